import {
  ChartColumn,
  ChartLine,
  Files,
  ListChecks,
  NotebookText,
  Search,
  Signpost,
  SlidersHorizontal,
} from 'lucide-react'
import { showPalette } from '../state/dialogs.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { appAction } from './action.ts'

/** True while no dialog is open: only then can the person go to another screen. */
export const isFree = (): boolean => useStore.getState().dialog === null

/** Opens the palette. */
export const findOrDo = appAction('find-or-do', {
  icon: Search,
  when: isFree,
  perform: () => showPalette(true),
})

/** Goes to Contracts. */
export const goToContracts = appAction('go.contracts', {
  icon: Files,
  when: isFree,
  perform: () => go({ screen: 'contracts' }),
})

/** Goes to Overview. */
export const goToOverview = appAction('go.overview', {
  icon: ChartLine,
  when: isFree,
  perform: () => go({ screen: 'overview' }),
})

/** Goes to Ledger. */
export const goToLedger = appAction('go.ledger', {
  icon: NotebookText,
  when: isFree,
  perform: () => go({ screen: 'ledger' }),
})

/** Goes to Reports. */
export const goToReports = appAction('go.reports', {
  icon: ChartColumn,
  when: isFree,
  perform: () => go({ screen: 'reports' }),
})

/** Goes to Planner. */
export const goToPlanner = appAction('go.planner', {
  icon: Signpost,
  when: isFree,
  perform: () => go({ screen: 'planner' }),
})

/** Goes to Reconcile. */
export const goToReconcile = appAction('go.reconcile', {
  icon: ListChecks,
  when: isFree,
  perform: () => go({ screen: 'reconcile' }),
})

/** Goes to Settings. */
export const goToSettings = appAction('go.settings', {
  icon: SlidersHorizontal,
  when: isFree,
  perform: () => go({ screen: 'settings' }),
})
