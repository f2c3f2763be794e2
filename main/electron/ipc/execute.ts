import type { CommandValue } from '../../../shared/api/answers.ts'
import { appCommandSchema, type Command } from '../../../shared/api/app-commands.ts'
import type { ValueOfCommand } from '../../../shared/api/bridge.ts'
import type { DoAgain } from '../../../shared/api/moves.ts'
import { type EscrowCommand, recordedCommandSchema } from '../../../shared/contract/commands.ts'
import type { OpenUnderWay } from '../../../shared/contract/under-way.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import type { Voice } from '../../../shared/words/say.ts'
import { contractAnswer } from '../../answers/contract-answer.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import { warningAnswer } from '../../answers/warning-answer.ts'
import type { Previewed, Recorded, Refused } from '../../book/book.ts'
import type { AccountRecord } from '../../book/checkpoint/account-record.ts'
import { isAccountCommand, type JournalCommand } from '../../book/journal/journal-command.ts'
import { commandAgain } from '../../escrow/again.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Undone } from '../../escrow/undone.ts'
import { viewContract } from '../../escrow/view.ts'
import { accountView, linkedContracts } from '../../queries/accounts.ts'
import { correctionOf } from '../../queries/correction.ts'
import { papersChanged } from '../../queries/papers.ts'
import { takenBackIn } from '../../queries/taken-back.ts'
import { undoneNow } from '../../queries/undone.ts'
import type { Context, HostCommand } from './context.ts'
import { commandsOf, refusedMove } from './under-way.ts'

const APP_COMMANDS: ReadonlySet<string> = new Set(appCommandSchema.options.map(one => one.shape.type.value))

function isAppCommand(command: Command): command is HostCommand {
  return APP_COMMANDS.has(command.type)
}

/** The voice for the answer to a command: amounts have the decimals of its contract. */
export function voiceOfCommand(context: Context, command: Command | undefined): Voice {
  return { locale: context.locale, decimals: decimalsOfCommand(context, command) ?? 2 }
}

function decimalsOfCommand({ book }: Context, command: Command | undefined): number | undefined {
  if (command === undefined) return undefined
  switch (command.type) {
    case 'open-contract':
    case 'open-under-way':
    case 'open-account':
      return decimalsOf(command.currency)
    default:
      if ('contractId' in command && command.contractId !== undefined)
        return book.anyContract(command.contractId)?.decimals
      return 'accountId' in command ? book.account(command.accountId)?.state.decimals : undefined
  }
}

function commandValue(context: Context, done: Recorded | Previewed, state: ContractState | undefined): CommandValue {
  const voice: Voice = { locale: context.locale, decimals: state?.decimals ?? 2 }
  return {
    entry: done.entry,
    warnings: done.warnings.map(warning => warningAnswer(warning, voice)),
    ...(state === undefined
      ? { contractIds: done.contractIds }
      : { contract: contractAnswer(viewContract(state, context.today(), context.book.closedUntil), voice) }),
    ...done.value,
  }
}

/** The commands that may change many contracts. */
const OF_MANY: ReadonlySet<EscrowCommand['type']> = new Set(['rename-party', 'take-back-import'])

/** The value of a command about an account, which it leaves as `record`. */
function accountValue(context: Context, done: Recorded | Previewed, record: AccountRecord | undefined): CommandValue {
  if (record === undefined) throw new Error('a command about an account changed none')
  const { id, decimals } = record.state
  const linked = linkedContracts(context.book).get(id) ?? []
  return {
    entry: done.entry,
    warnings: done.warnings.map(warning => warningAnswer(warning, { locale: context.locale, decimals })),
    account: accountView(record, linked, {}, context.today()),
    ...done.value,
  }
}

/**
 * The contract in the answer to an accepted command; none for one that may change many, and none
 * that is removed.
 */
function answeredContract(
  command: EscrowCommand,
  states: readonly (ContractState | undefined)[],
): ContractState | undefined {
  const [state] = OF_MANY.has(command.type) ? [] : states
  return state?.removed ? undefined : state
}

async function openUnderWay(context: Context, command: OpenUnderWay): Promise<Outcome<CommandValue>> {
  const outcome = await context.book.executeNew(commandsOf(command))
  if (!outcome.ok) return refusedMove(outcome)
  const { recorded } = outcome
  const last = recorded.at(-1)
  if (last === undefined) throw new Error('nothing was recorded')
  const warnings = recorded.flatMap(each => each.warnings)
  return accepted(
    underWayValue(context, { ...last, warnings }, context.book.contract(last.contractIds[0] ?? ''), recorded.length),
  )
}

async function previewUnderWay(context: Context, command: OpenUnderWay): Promise<Outcome<CommandValue>> {
  const outcome = await context.book.previewNew(commandsOf(command))
  return outcome.ok
    ? accepted(underWayValue(context, outcome, outcome.states[0], command.moves.length + 1))
    : refusedMove(outcome)
}

/**
 * The value of a contract opened under way. It omits the values and warnings of past moves, except
 * a budget warning.
 */
function underWayValue(
  context: Context,
  done: Recorded | Previewed,
  state: ContractState | undefined,
  entries: number,
): CommandValue {
  const [contractId = ''] = done.contractIds
  const warnings = done.warnings.filter(({ code }) => code === 'over-budget').slice(-1)
  return { ...commandValue(context, { ...done, warnings, value: {} }, state), contractId, entries }
}

/**
 * Records the undone entries of a contract again. Refuses with `unknown-contract`, with `bad-input`
 * if there are none, and as the first of them that the rules refuse, naming it; nothing is recorded
 * then.
 */
async function doAgain(context: Context, { contractId }: DoAgain): Promise<Outcome<CommandValue>> {
  const { book } = context
  let undone: readonly Undone[] = []
  const outcome = await book.executeAll(async () => {
    const contract = book.contract(contractId)
    undone = contract === undefined ? [] : await undoneNow(book, contract)
    return undone.map(({ command }) => recordedCommandSchema.parse(command))
  })
  const state = book.contract(contractId)
  if (!outcome.ok) {
    const stays = outcome.index === undefined ? undefined : undone[outcome.index]
    return refused({ ...outcome.refusal, ...(stays && { entry: stays.entry }) })
  }
  const last = outcome.recorded.at(-1)
  if (last !== undefined) {
    const warnings = outcome.recorded.flatMap(each => each.warnings)
    const value = commandValue(context, { ...last, warnings, value: {} }, state)
    return accepted({ ...value, entries: outcome.recorded.length })
  }
  return refused(
    state === undefined
      ? { code: 'unknown-contract', params: { contract: contractId }, field: 'contractId' }
      : { code: 'bad-input', params: {}, variant: 'nothing-undone', field: 'contractId' },
  )
}

/**
 * Answers the call `execute`: the book records a command of the rulebook, the host carries out one
 * of the app.
 */
export async function execute(context: Context, command: Command): Promise<Outcome<ValueOfCommand<Command['type']>>> {
  if (command.type === 'open-under-way') return openUnderWay(context, command)
  if (command.type === 'do-again') return doAgain(context, command)
  if (isAppCommand(command)) return context.carryOut(command)
  const outcome = await recorded(context, command)
  if (!outcome.ok) return outcome
  if (isAccountCommand(command))
    return accepted(accountValue(context, outcome, context.book.account(outcome.accountId ?? '')))
  const states = outcome.contractIds.map(id => context.book.contract(id))
  const state = answeredContract(command, states)
  return accepted({ ...commandValue(context, outcome, state), ...(await offerAgain(context, command, outcome, state)) })
}

/** Records a command; before an import is taken back, a backup is made. */
async function recorded({ book }: Context, command: JournalCommand): Promise<Recorded | Refused> {
  if (command.type !== 'take-back-import') return book.execute(command)
  const outcome = await book.executeAll([command], 'import')
  if (!outcome.ok) return outcome
  const [done] = outcome.recorded
  if (done === undefined) throw new Error('nothing was recorded')
  return done
}

/** The addition to a reversal's answer: the command that would record the undone entry again. */
async function offerAgain(
  context: Context,
  { type }: EscrowCommand,
  { value: { reversed } }: Recorded,
  state: ContractState | undefined,
): Promise<Pick<CommandValue, 'again'>> {
  if (type !== 'reverse' || typeof reversed !== 'number' || state === undefined) return {}
  const again = commandAgain(await context.book.record(reversed), state.policy)
  return again === undefined ? {} : { again }
}

/**
 * Answers the query `preview`: the value that `execute` would return, computed by the same engine,
 * with nothing recorded.
 */
export async function preview(
  context: Context,
  command: JournalCommand | OpenUnderWay,
): Promise<Outcome<CommandValue>> {
  if (command.type === 'open-under-way') return previewUnderWay(context, command)
  const outcome = await context.book.preview(command)
  if (!outcome.ok) return outcome
  if (isAccountCommand(command)) return accepted(accountValue(context, outcome, outcome.accounts[0]))
  const state = answeredContract(command, outcome.states)
  return accepted({ ...commandValue(context, outcome, state), ...(await effectOf(context, command, outcome)) })
}

/**
 * The addition to the preview of a reversal, a correction or an import that is taken back: the
 * papers that it leaves behind; and, but for a reversal, its effect on contracts and entries.
 */
async function effectOf(
  { book, locale }: Context,
  command: EscrowCommand,
  previewed: Previewed,
): Promise<Pick<CommandValue, 'correction' | 'takenBack' | 'papers'>> {
  if (command.type === 'take-back-import')
    return { papers: await papersChanged(book, previewed), takenBack: await takenBackIn(book, previewed, locale) }
  if (command.type !== 'reverse' && command.type !== 'correct') return {}
  const papers = await papersChanged(book, previewed)
  const before = command.type === 'correct' ? book.contract(command.contractId) : undefined
  if (before === undefined) return { papers }
  return { papers, correction: await correctionOf(book, before, previewed, { locale, decimals: before.decimals }) }
}
