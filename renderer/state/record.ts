import type { Answer, CommandValue } from '../../shared/api/answers.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import { bridge } from '../ask/bridge.ts'
import type { RecordedByPage } from '../ask/recordable.ts'
import { ask } from './confirmation.ts'
import { tell } from './dialogs.ts'
import { recordedText } from './recorded-text.ts'
import { currentRoute, go } from './route.ts'
import { useStore } from './store.ts'

type Recorded = Promise<Answer<CommandValue>>

/** The commands that are told of without a contract. */
const NOT_OF_CONTRACT: ReadonlySet<string> = new Set(['rename-party', 'close-books', 'take-back-import'])

/** The commands being recorded, as JSON. */
const underWay = new Map<string, Recorded>()

/**
 * Records a command and reports it in a toast. The caller shows a refusal. A command that is given
 * again while it is being recorded is recorded once: both calls get the same answer.
 */
export function record(command: RecordedByPage, about: About = {}): Recorded {
  const key = JSON.stringify(command)
  const recording = underWay.get(key) ?? recordNow(command, about).finally(() => underWay.delete(key))
  underWay.set(key, recording)
  return recording
}

/** The facts of a command that only its caller knows. */
interface About {
  /** The label of the entry that it is about; else it is looked up in the timeline. */
  readonly what?: string
  /** The command by which the toast offers Undo, given the entry that was recorded. */
  readonly undo?: (entry: number | null) => EscrowCommandInput | null
}

async function recordNow(command: RecordedByPage, about: About): Recorded {
  const before = useStore.getState().opened?.contract ?? null
  const timeline = useStore.getState().opened?.timeline
  const answer = await bridge.execute(command)
  if (!answer.ok) return answer
  const { value } = answer
  const entry = command.type === 'reverse' ? value.reversed : command.type === 'correct' ? command.entry : undefined
  const what = about.what ?? timeline?.find(row => row.entry === entry)?.label
  const text = recordedText({ command, value, before, what })
  if (NOT_OF_CONTRACT.has(command.type)) tell(text)
  const removes = command.type === 'remove-contract' || (command.type === 'do-again' && value.contract === undefined)
  if (removes) leaveRemoved(command.contractId)
  if (value.contract !== undefined) show(value.contract)
  if (value.contract !== undefined || removes)
    useStore.setState({
      toast: {
        text,
        contractId: value.contract?.id ?? null,
        undo: about.undo === undefined ? undoOf(command, value) : about.undo(value.entry),
        ...(command.type === 'correct' && value.entry !== null && { correct: value.entry }),
        again: value.again ?? null,
        // The preview of a correction has shown them.
        warnings: command.type === 'correct' ? [] : value.warnings,
      },
    })
  return answer
}

/**
 * The command by which the toast offers Undo; null if it does not. Undoing what was recorded as
 * many entries would undo only the last of them.
 */
function undoOf(command: RecordedByPage, { entry, contract, contractId }: CommandValue): EscrowCommandInput | null {
  if (command.type === 'open-contract' && contractId !== undefined) return { type: 'remove-contract', contractId }
  if (command.type === 'remove-contract') return { type: 'reverse', contractId: command.contractId }
  if (command.type === 'open-under-way' || command.type === 'do-again') return null
  if (!MOVE_FACTS[command.type].page.toastOffersUndo) return null
  const isOffered = entry !== null && contract?.next.some(next => next.type === 'reverse') === true
  return isOffered ? { type: 'reverse', contractId: contract.id } : null
}

/** Shows the list instead of a contract that is in the book no more. */
function leaveRemoved(contractId: string): void {
  const route = currentRoute()
  if (route.screen === 'contract' && route.contractId === contractId) go({ screen: 'contracts' })
}

/** Shows the contract's new state without waiting for the push. */
function show(contract: ContractView): void {
  useStore.setState(({ opened }) => (opened?.contractId === contract.id ? { opened: { ...opened, contract } } : {}))
}

/** Records a command that has no dialog; the toast shows a refusal. */
export async function recordAtOnce(command: RecordedByPage): Promise<void> {
  const answer = await record(command)
  if (answer.ok || !('contractId' in command)) return
  useStore.setState({
    toast: {
      text: { key: 'toast.refused', params: { message: answer.error.message } },
      contractId: command.contractId,
      undo: null,
      again: null,
      warnings: [],
    },
  })
}

/** Undoes the latest entry of a contract; asks first if a printed or saved paper has it. */
export function undo(contractId: string): Promise<void> {
  return takeBack({ type: 'reverse', contractId })
}

/**
 * Records a command that takes something back; asks first, with their names, if a printed or saved
 * paper would no longer agree with the book.
 */
export async function takeBack(command: EscrowCommandInput): Promise<void> {
  const preview = await bridge.query({ type: 'preview', command })
  const papers = preview.ok ? (preview.value.papers ?? []) : []
  if (papers.length === 0) return recordAtOnce(command)
  const rows = command.type === 'reverse' ? (useStore.getState().opened?.timeline ?? []) : []
  const what = rows.find(row => row.undoable)?.label
  ask({
    title: { key: 'undo-papers.title', params: { known: what === undefined ? 'no' : 'yes', what: what ?? '' } },
    about: { key: 'undo-papers.about', params: { count: papers.length } },
    know: papers.map(({ name }) => name),
    stay: { key: 'undo-papers.stay' },
    act: { key: 'action.undo' },
    perform: async () => {
      await recordAtOnce(command)
      return null
    },
  })
}
