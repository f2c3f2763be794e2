import type { CommandValue } from '../../shared/answers.ts'
import { type AppCommand, appCommandSchema, type Command } from '../../shared/app-commands.ts'
import type { EscrowCommand } from '../../shared/commands.ts'
import { decimalsOf } from '../../shared/currencies.ts'
import type { Voice } from '../../shared/words/say.ts'
import { commandAgain } from '../answers/again.ts'
import { contractAnswer } from '../answers/contract-answer.ts'
import { accepted, type Outcome } from '../answers/outcome.ts'
import { warningAnswer } from '../answers/warning-answer.ts'
import type { Previewed, Recorded } from '../book/book.ts'
import type { ContractState } from '../escrow/state.ts'
import { viewContract } from '../escrow/view.ts'
import type { Desk } from './desk.ts'

const APP_COMMANDS: ReadonlySet<string> = new Set<AppCommand['type']>(appCommandSchema.options.map(one => one.shape.type.value))

function isAppCommand(command: Command): command is AppCommand {
  return APP_COMMANDS.has(command.type)
}

/** The voice for the answer to a command: amounts in the decimals of the contract it speaks of. */
export function voiceOfCommand(desk: Desk, command: Command | undefined): Voice {
  const contractId = command !== undefined && 'contractId' in command ? command.contractId : undefined
  const state = contractId === undefined ? undefined : desk.book.contract(contractId)
  const opened = command?.type === 'open-contract' ? decimalsOf(command.currency) : undefined
  return { locale: desk.locale, decimals: state?.decimals ?? opened ?? 2 }
}

function commandValue(desk: Desk, done: Recorded | Previewed, state: ContractState | undefined): CommandValue {
  const voice: Voice = { locale: desk.locale, decimals: state?.decimals ?? 2 }
  return {
    entry: done.entry,
    warnings: done.warnings.map(warning => warningAnswer(warning, voice)),
    ...(state === undefined ? { contractIds: done.contractIds } : { contract: contractAnswer(viewContract(state, desk.today()), voice) }),
    ...done.value,
  }
}

/** The contract an accepted command answers with: the one it speaks of; none for `rename-party`, which touches many. */
function answeredContract(command: EscrowCommand, states: readonly (ContractState | undefined)[]): ContractState | undefined {
  return command.type === 'rename-party' ? undefined : states[0]
}

/** Answers `execute`: a command of the rulebook goes to the book, one of the app to the shell. */
export async function execute(desk: Desk, command: Command): Promise<Outcome<unknown>> {
  if (isAppCommand(command)) return desk.carryOut(command)
  const outcome = await desk.book.execute(command)
  if (!outcome.ok) return outcome
  const states = outcome.contractIds.map(id => desk.book.contract(id))
  const state = answeredContract(command, states)
  return accepted({ ...commandValue(desk, outcome, state), ...(await offerAgain(desk, outcome, state)) })
}

/** What a reversal answers beside: the command that would record once more what it undid. */
async function offerAgain(desk: Desk, { value: { reversed } }: Recorded, state: ContractState | undefined): Promise<Pick<CommandValue, 'again'>> {
  if (typeof reversed !== 'number' || state === undefined) return {}
  const again = commandAgain(await desk.book.record(reversed), state.policy)
  return again === undefined ? {} : { again }
}

/** Answers the query `preview`: what `execute` would answer, by the same engine, with nothing recorded. */
export async function preview(desk: Desk, command: EscrowCommand): Promise<Outcome<CommandValue>> {
  const outcome = await desk.book.preview(command)
  return outcome.ok ? accepted(commandValue(desk, outcome, answeredContract(command, outcome.states))) : outcome
}
