import { Copy, History, Plus, StepForward, Undo2 } from 'lucide-react'
import { bridge } from '../ask/bridge.ts'
import { openDialog, tell } from '../state/dialogs.ts'
import { takeBack } from '../state/record.ts'
import { currentRoute, go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { undoImport } from '../state/take-back.ts'
import { appAction } from './action.ts'
import { canRecord, duplicateAction, moveAction, primaryNext } from './moves.ts'

const opened = () => useStore.getState().opened?.contract ?? null

/** Starts a new contract. */
export const newContract = appAction('new-contract', {
  icon: Plus,
  when: canRecord,
  perform: () => go({ screen: 'new-contract' }),
})

/** Starts a new contract that is already under way elsewhere, including its past. */
export const enterUnderWay = appAction('enter-under-way', {
  icon: History,
  when: canRecord,
  perform: () => go({ screen: 'new-contract', underWay: true }),
})

/**
 * Undoes the latest entry of the open contract, or of the book if none is open. Asks first, unless
 * the toast still names that entry. Of an import, previews taking it back.
 */
export const undoLatest = appAction('undo', {
  icon: Undo2,
  when: () => canRecord() && (useStore.getState().book?.entries ?? 0) > 0,
  perform: () => {
    const { toast } = useStore.getState()
    if (toast !== null && toast.undo !== null) void takeBack(toast.undo)
    else void undoImport().then(found => (found ? undefined : askToUndo()))
  },
})

async function askToUndo(): Promise<void> {
  const contract = opened()
  const answer = await bridge.query({ type: 'undoable', ...(contract === null ? {} : { contractId: contract.id }) })
  const entry = answer.ok ? answer.value : null
  if (entry === null) tell({ key: 'toast.nothing-to-undo', params: { of: contract === null ? 'book' : 'contract' } })
  else if (canRecord()) openDialog({ move: 'reverse', contractId: entry.contractId })
}

/** Performs the most likely next move of the open contract. */
export const nextStep = appAction('next-step', {
  icon: StepForward,
  when: () => {
    const contract = opened()
    return canRecord() && contract !== null && primaryNext(contract) !== undefined
  },
  perform: () => {
    const contract = opened()
    const next = contract === null ? undefined : primaryNext(contract)
    if (contract !== null && next !== undefined) moveAction(contract, next).perform()
  },
})

/** Starts a new contract with the parties, rules and milestones of the open one. */
export const duplicate = appAction('duplicate-contract', {
  icon: Copy,
  when: () => canRecord() && opened() !== null && currentRoute().screen === 'contract',
  perform: () => {
    const contract = opened()
    if (contract !== null) duplicateAction(contract).perform()
  },
})
