import {
  ChartColumn,
  ChartLine,
  Files,
  ListChecks,
  type LucideIcon,
  NotebookText,
  Signpost,
  SlidersHorizontal,
} from 'lucide-react'
import type { WordKey } from '../../shared/words/catalogue.ts'
import type { Route } from '../state/route.ts'

interface Place {
  readonly route: Route
  readonly label: WordKey
  readonly icon: LucideIcon
  /** The screens that lie inside it. */
  readonly holds: readonly Route['screen'][]
}

/** The screens one goes to by the sidebar, in their order. */
export const PLACES: readonly Place[] = [
  {
    route: { screen: 'contracts' },
    label: 'nav.contracts',
    icon: Files,
    holds: ['contracts', 'contract', 'new-contract'],
  },
  { route: { screen: 'overview' }, label: 'nav.overview', icon: ChartLine, holds: ['overview'] },
  { route: { screen: 'ledger' }, label: 'nav.ledger', icon: NotebookText, holds: ['ledger'] },
  { route: { screen: 'reports' }, label: 'nav.reports', icon: ChartColumn, holds: ['reports'] },
  { route: { screen: 'planner' }, label: 'nav.planner', icon: Signpost, holds: ['planner'] },
  { route: { screen: 'reconcile' }, label: 'nav.reconcile', icon: ListChecks, holds: ['reconcile'] },
  { route: { screen: 'settings' }, label: 'nav.settings', icon: SlidersHorizontal, holds: ['settings'] },
]
