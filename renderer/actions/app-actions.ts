import {
  BookOpen,
  ChartColumn,
  ChartLine,
  Copy,
  Files,
  History,
  ListChecks,
  NotebookText,
  Plus,
  Search,
  Signpost,
  SlidersHorizontal,
  StepForward,
  Undo2,
} from 'lucide-react'
import { bridge } from '../ask/bridge.ts'
import { openDialog, showPalette, tell } from '../state/dialogs.ts'
import { latestInBook } from '../state/latest-entry.ts'
import { undo } from '../state/record.ts'
import { currentRoute, go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import type { Action } from './action.ts'
import { BOOK_ACTIONS } from './book-actions.ts'
import { canRecord, duplicateAction, moveAction, primaryNext } from './moves.ts'

const free = (): boolean => useStore.getState().dialog === null
const opened = () => useStore.getState().opened?.contract ?? null

/** Makes a contract. */
export const newContract: Action = {
  id: 'new-contract',
  label: { key: 'action.new-contract' },
  keywords: 'action.new-contract-keywords',
  icon: Plus,
  keys: 'Mod+N',
  when: canRecord,
  perform: () => go({ screen: 'new-contract' }),
}

/** Makes a contract that is half-way elsewhere, with what happened on it so far. */
export const enterUnderWay: Action = {
  id: 'enter-under-way',
  label: { key: 'action.enter-under-way' },
  keywords: 'action.enter-under-way-keywords',
  icon: History,
  when: canRecord,
  perform: () => go({ screen: 'new-contract', underWay: true }),
}

/** Opens the palette. */
export const findOrDo: Action = {
  id: 'find-or-do',
  label: { key: 'action.find-or-do' },
  icon: Search,
  keys: 'Mod+K',
  when: free,
  perform: () => showPalette(true),
}

/** Opens the sample, a book of its own, beside this one. */
export const openSample: Action = {
  id: 'load-sample',
  label: { key: 'action.open-sample' },
  keywords: 'action.open-sample-keywords',
  icon: BookOpen,
  when: () => useStore.getState().book?.sample !== true,
  perform: () => void bridge.execute({ type: 'load-sample' }),
}

/**
 * Takes the latest entry back, of the open contract or else of the book: at once where a toast has
 * just said which it is, else after saying so.
 */
export const undoLatest: Action = {
  id: 'undo',
  label: { key: 'action.undo' },
  icon: Undo2,
  keys: 'Mod+Z',
  when: () => canRecord() && (useStore.getState().book?.entries ?? 0) > 0,
  perform: () => {
    const { toast } = useStore.getState()
    if (toast?.undoable === true && toast.contractId !== null) void undo(toast.contractId)
    else void askToUndo()
  },
}

async function askToUndo(): Promise<void> {
  const contract = opened()
  const contractId =
    contract === null
      ? (await latestInBook())?.contractId
      : contract.next.some(next => next.type === 'reverse')
        ? contract.id
        : undefined
  if (contractId === undefined)
    tell({ key: 'toast.nothing-to-undo', params: { of: contract === null ? 'book' : 'contract' } })
  else if (canRecord()) openDialog({ move: 'reverse', contractId })
}

/** Does what the open contract most likely waits for. */
export const nextStep: Action = {
  id: 'next-step',
  label: { key: 'action.next-step' },
  icon: StepForward,
  keys: 'Mod+Enter',
  when: () => {
    const contract = opened()
    return canRecord() && contract !== null && primaryNext(contract) !== undefined
  },
  perform: () => {
    const contract = opened()
    const next = contract === null ? undefined : primaryNext(contract)
    if (contract !== null && next !== undefined) moveAction(contract, next).perform()
  },
}

/** Goes to the list of contracts. */
export const goToContracts: Action = {
  id: 'go.contracts',
  label: { key: 'nav.contracts' },
  icon: Files,
  keys: 'Mod+1',
  when: free,
  perform: () => go({ screen: 'contracts' }),
}

/** Goes to the overview. */
export const goToOverview: Action = {
  id: 'go.overview',
  label: { key: 'nav.overview' },
  icon: ChartLine,
  keys: 'Mod+2',
  when: free,
  perform: () => go({ screen: 'overview' }),
}

/** Goes to the ledger. */
export const goToLedger: Action = {
  id: 'go.ledger',
  label: { key: 'nav.ledger' },
  icon: NotebookText,
  keys: 'Mod+3',
  when: free,
  perform: () => go({ screen: 'ledger' }),
}

/** Goes to the reports. */
export const goToReports: Action = {
  id: 'go.reports',
  label: { key: 'nav.reports' },
  icon: ChartColumn,
  keys: 'Mod+4',
  when: free,
  perform: () => go({ screen: 'reports' }),
}

/** Goes to the planner. */
export const goToPlanner: Action = {
  id: 'go.planner',
  label: { key: 'nav.planner' },
  icon: Signpost,
  keys: 'Mod+5',
  when: free,
  perform: () => go({ screen: 'planner' }),
}

/** Goes to the statement beside the book. */
export const goToReconcile: Action = {
  id: 'go.reconcile',
  label: { key: 'nav.reconcile' },
  icon: ListChecks,
  keys: 'Mod+6',
  when: free,
  perform: () => go({ screen: 'reconcile' }),
}

/** Goes to the settings. */
export const goToSettings: Action = {
  id: 'go.settings',
  label: { key: 'nav.settings' },
  keywords: 'action.settings-keywords',
  icon: SlidersHorizontal,
  keys: 'Mod+,',
  when: free,
  perform: () => go({ screen: 'settings' }),
}

/** Starts a new contract with the parties, rules and milestones of the open one. */
export const duplicate: Action = {
  id: 'duplicate-contract',
  label: { key: 'action.duplicate' },
  icon: Copy,
  when: () => canRecord() && opened() !== null && currentRoute().screen === 'contract',
  perform: () => {
    const contract = opened()
    if (contract !== null) duplicateAction(contract).perform()
  },
}

/** Every action that is not a move of one contract. */
export const APP_ACTIONS: readonly Action[] = [
  newContract,
  enterUnderWay,
  findOrDo,
  undoLatest,
  nextStep,
  goToContracts,
  goToOverview,
  goToLedger,
  goToReports,
  goToPlanner,
  goToReconcile,
  goToSettings,
  duplicate,
  openSample,
  ...BOOK_ACTIONS,
]
