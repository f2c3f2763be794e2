import type { Action } from '../actions/action.ts'
import {
  goToContracts,
  goToLedger,
  goToOverview,
  goToPlanner,
  goToReconcile,
  goToReports,
  goToSettings,
} from '../actions/go-actions.ts'
import type { Route } from '../state/route.ts'

/** A screen in the sidebar. */
interface Destination {
  readonly route: Route
  /** The action that goes there; the sidebar shows its label and icon. */
  readonly action: Action
  /** The screens for which this entry is shown as current. */
  readonly holds: readonly Route['screen'][]
}

/** The sidebar's entries, in order. */
export const DESTINATIONS: readonly Destination[] = [
  { route: { screen: 'contracts' }, action: goToContracts, holds: ['contracts', 'contract', 'new-contract'] },
  { route: { screen: 'overview' }, action: goToOverview, holds: ['overview'] },
  { route: { screen: 'ledger' }, action: goToLedger, holds: ['ledger'] },
  { route: { screen: 'reports' }, action: goToReports, holds: ['reports'] },
  { route: { screen: 'planner' }, action: goToPlanner, holds: ['planner'] },
  { route: { screen: 'reconcile' }, action: goToReconcile, holds: ['reconcile'] },
  { route: { screen: 'settings' }, action: goToSettings, holds: ['settings', 'help'] },
]
