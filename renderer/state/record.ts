import type { Answer, CommandValue } from '../../shared/api/answers.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { bridge } from '../ask/bridge.ts'
import type { Recordable } from '../ask/recordable.ts'
import { tell } from './dialogs.ts'
import { recordedText } from './recorded-text.ts'
import { useStore } from './store.ts'

/**
 * Gives a command to the book. Once it is recorded a toast says so; a refusal is the caller's to
 * show.
 */
export async function record(command: Recordable): Promise<Answer<CommandValue>> {
  const before = useStore.getState().opened?.contract ?? null
  const timeline = useStore.getState().opened?.timeline
  const answer = await bridge.execute(command)
  if (!answer.ok) return answer
  const { value } = answer
  const undone = timeline?.find(row => row.entry === value.reversed)?.label
  if (command.type === 'rename-party') tell(recordedText(command, value, before, undone))
  if (value.contract !== undefined) {
    show(value.contract)
    useStore.setState({
      toast: {
        text: recordedText(command, value, before, undone),
        contractId: value.contract.id,
        undoable:
          value.entry !== null &&
          value.contract.next.some(next => next.type === 'reverse') &&
          !UNDONE_ELSEWHERE.has(command.type),
        again: value.again ?? null,
        warnings: value.warnings,
      },
    })
  }
  return answer
}

/**
 * Undoing a reversal is no undo, and of many entries at once the last alone would be taken back:
 * the timeline offers it where one sees which.
 */
const UNDONE_ELSEWHERE: ReadonlySet<Recordable['type']> = new Set(['reverse', 'open-under-way'])

/** The screen need not wait for the push to show the contract as it is now. */
function show(contract: ContractView): void {
  useStore.setState(({ opened }) => (opened?.contractId === contract.id ? { opened: { ...opened, contract } } : {}))
}

/** Records a command that has no dialog; a refusal is said in the toast. */
export async function recordAtOnce(command: EscrowCommandInput): Promise<void> {
  const answer = await record(command)
  if (answer.ok || !('contractId' in command)) return
  useStore.setState({
    toast: {
      text: { key: 'toast.refused', params: { message: answer.error.message } },
      contractId: command.contractId,
      undoable: false,
      again: null,
      warnings: [],
    },
  })
}

/** Takes the latest entry of a contract back. */
export function undo(contractId: string): Promise<void> {
  return recordAtOnce({ type: 'reverse', contractId })
}
