import type { CommandValue } from '../../../shared/api/answers.ts'
import { appCommandSchema, type Command } from '../../../shared/api/app-commands.ts'
import type { ValueOfCommand } from '../../../shared/api/bridge.ts'
import type { EscrowCommand } from '../../../shared/contract/commands.ts'
import type { OpenUnderWay } from '../../../shared/contract/under-way.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import type { Voice } from '../../../shared/words/say.ts'
import { commandAgain } from '../../answers/again.ts'
import { contractAnswer } from '../../answers/contract-answer.ts'
import { accepted, type Outcome } from '../../answers/outcome.ts'
import { warningAnswer } from '../../answers/warning-answer.ts'
import type { Previewed, Recorded } from '../../book/book.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { viewContract } from '../../escrow/view.ts'
import type { Desk, ShellCommand } from './context.ts'
import { commandsOf, refusedMove } from './under-way.ts'

const APP_COMMANDS: ReadonlySet<string> = new Set(appCommandSchema.options.map(one => one.shape.type.value))

function isAppCommand(command: Command): command is ShellCommand {
  return APP_COMMANDS.has(command.type)
}

/** The voice for the answer to a command: amounts in the decimals of the contract it speaks of. */
export function voiceOfCommand(desk: Desk, command: Command | undefined): Voice {
  const contractId = command !== undefined && 'contractId' in command ? command.contractId : undefined
  const state = contractId === undefined ? undefined : desk.book.contract(contractId)
  const opened =
    command?.type === 'open-contract' || command?.type === 'open-under-way' ? decimalsOf(command.currency) : undefined
  return { locale: desk.locale, decimals: state?.decimals ?? opened ?? 2 }
}

function commandValue(desk: Desk, done: Recorded | Previewed, state: ContractState | undefined): CommandValue {
  const voice: Voice = { locale: desk.locale, decimals: state?.decimals ?? 2 }
  return {
    entry: done.entry,
    warnings: done.warnings.map(warning => warningAnswer(warning, voice)),
    ...(state === undefined
      ? { contractIds: done.contractIds }
      : { contract: contractAnswer(viewContract(state, desk.today()), voice) }),
    ...done.value,
  }
}

/**
 * The contract an accepted command answers with: the one it speaks of; none for `rename-party`,
 * which touches many.
 */
function answeredContract(
  command: EscrowCommand,
  states: readonly (ContractState | undefined)[],
): ContractState | undefined {
  return command.type === 'rename-party' ? undefined : states[0]
}

async function openUnderWay(desk: Desk, command: OpenUnderWay): Promise<Outcome<CommandValue>> {
  const outcome = await desk.book.executeNew(commandsOf(command))
  if (!outcome.ok) return refusedMove(outcome)
  const { recorded } = outcome
  const last = recorded.at(-1)
  if (last === undefined) throw new Error('nothing was recorded')
  const warnings = recorded.flatMap(each => each.warnings)
  return accepted(
    underWayValue(desk, { ...last, warnings }, desk.book.contract(last.contractIds[0] ?? ''), recorded.length),
  )
}

async function previewUnderWay(desk: Desk, command: OpenUnderWay): Promise<Outcome<CommandValue>> {
  const outcome = await desk.book.previewNew(commandsOf(command))
  return outcome.ok
    ? accepted(underWayValue(desk, outcome, outcome.states[0], command.moves.length + 1))
    : refusedMove(outcome)
}

/**
 * What one of the moves left or closed is past: of what they bring about only the contract is said,
 * and whether it is over its budget.
 */
function underWayValue(
  desk: Desk,
  done: Recorded | Previewed,
  state: ContractState | undefined,
  entries: number,
): CommandValue {
  const [contractId = ''] = done.contractIds
  const warnings = done.warnings.filter(({ code }) => code === 'over-budget').slice(-1)
  return { ...commandValue(desk, { ...done, warnings, value: {} }, state), contractId, entries }
}

/** Answers `execute`: a command of the rulebook goes to the book, one of the app to the shell. */
export async function execute(desk: Desk, command: Command): Promise<Outcome<ValueOfCommand<Command['type']>>> {
  if (command.type === 'open-under-way') return openUnderWay(desk, command)
  if (isAppCommand(command)) return desk.carryOut(command)
  const outcome = await desk.book.execute(command)
  if (!outcome.ok) return outcome
  const states = outcome.contractIds.map(id => desk.book.contract(id))
  const state = answeredContract(command, states)
  return accepted({ ...commandValue(desk, outcome, state), ...(await offerAgain(desk, outcome, state)) })
}

/** What a reversal answers beside: the command that would record once more what it undid. */
async function offerAgain(
  desk: Desk,
  { value: { reversed } }: Recorded,
  state: ContractState | undefined,
): Promise<Pick<CommandValue, 'again'>> {
  if (typeof reversed !== 'number' || state === undefined) return {}
  const again = commandAgain(await desk.book.record(reversed), state.policy)
  return again === undefined ? {} : { again }
}

/**
 * Answers the query `preview`: what `execute` would answer, by the same engine, with nothing
 * recorded.
 */
export async function preview(desk: Desk, command: EscrowCommand | OpenUnderWay): Promise<Outcome<CommandValue>> {
  if (command.type === 'open-under-way') return previewUnderWay(desk, command)
  const outcome = await desk.book.preview(command)
  return outcome.ok ? accepted(commandValue(desk, outcome, answeredContract(command, outcome.states))) : outcome
}
