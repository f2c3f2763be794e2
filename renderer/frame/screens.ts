import { Files, type LucideIcon } from 'lucide-react'
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
  { route: { screen: 'contracts' }, label: 'nav.contracts', icon: Files, holds: ['contracts', 'contract', 'new-contract'] },
]
