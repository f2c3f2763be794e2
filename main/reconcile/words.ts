import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import type { Parameter } from '../../shared/contract/refusals.ts'
import { minor } from '../../shared/money/money.ts'
import type {
  OnlyInBook,
  RowEvidence,
  StatementAfter,
  StatementPart,
  StatementRow,
} from '../../shared/reconcile/statement.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { entryLabel } from '../answers/entry-label.ts'
import { answerError } from '../answers/refusal-answer.ts'
import type { Book } from '../book/book.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import type { After } from './after.ts'
import type { MatchedRow } from './match/matched-rows.ts'
import { type BadRow, type GoodRow, isGood } from './read/row.ts'

/** Describes a row: the entry it is, or what applying it would record, and its problem. */
export async function rowInWords(book: Book, matched: MatchedRow, locale: string): Promise<StatementRow> {
  const { row, state, partOf, entry, contractId, before, command, stranger, sure, effect } = matched
  const good = isGood(row) ? row : undefined
  const contract = contractId === undefined ? undefined : book.contract(contractId)
  const voice: Voice = { locale, decimals: contract?.decimals ?? good?.decimals ?? 2 }
  const evidence = evidenceInWords(matched, voice)
  const problem = evidence.find(({ proves }) => !proves)?.text
  const undoes = before?.some(({ type }) => type === 'reverse') === true && entry !== undefined ? { undoes: entry } : {}
  return {
    line: row.line,
    raw: row.cells,
    state,
    on: good?.on ?? null,
    amount: good?.amount ?? null,
    currency: good?.currency ?? null,
    decimals: good?.decimals ?? 2,
    what: good === undefined ? '' : whatOf(good),
    party: stranger ?? partyOf(good, contract),
    id: good?.id ?? null,
    ...(partOf !== undefined && { partOf }),
    ...(entry !== undefined && { entry }),
    ...(contractId !== undefined && { contractId }),
    ...(command !== undefined && { command }),
    ...(before !== undefined && { before }),
    ...undoes,
    ...(problem !== undefined && { problem }),
    ...(stranger !== undefined && { stranger }),
    evidence,
    does: await doesInWords(book, matched, contract, voice),
    sure,
    effect,
  }
}

/** The first name of a row that is not the keeper's of its contract. */
function partyOf(good: GoodRow | undefined, contract: ContractState | undefined): string {
  const keeper = contract === undefined ? '' : partyKey(contract[contract.side])
  return good?.names.find(name => partyKey(name) !== keeper) ?? ''
}

/** Describes a row that belongs to another, in the statement's own words. */
export function partInWords(row: GoodRow | BadRow): StatementPart {
  return isGood(row)
    ? { line: row.line, what: whatOf(row), amount: row.amount }
    : { line: row.line, what: '', amount: null }
}

/** The row's type, unless its text begins with it, and its text, or else the other party. */
function whatOf({ type, text, names }: GoodRow): string {
  const about = text || (names[0] ?? '')
  return about.toLowerCase().startsWith(type.toLowerCase()) ? about : [type, about].filter(Boolean).join(', ')
}

/** Describes an entry that no row was matched to. Throws for one that moved nothing. */
export async function onlyInWords(book: Book, entry: number, elsewhere: boolean, locale: string): Promise<OnlyInBook> {
  const record = await book.record(entry)
  const move = (await book.moves()).moveOf(entry)
  const contract = book.anyContract(record.contract)
  if (move === undefined || contract === undefined) throw new Error(`entry ${entry} moved nothing`)
  const { currency, decimals, id, title } = contract
  const label = entryLabel(record, contract, { locale, decimals })
  return {
    entry,
    contractId: id,
    on: record.on,
    amount: minor(move.amount + move.refunded),
    currency,
    decimals,
    label,
    contract: title,
    elsewhere,
  }
}

/** The result of applying the ticked rows, with the reason if a row is refused. */
export function afterInWords({ book, difference, refused }: After, locale: string): StatementAfter {
  if (refused === null) return { book, difference, refused }
  const { line, refusal, decimals } = refused
  return {
    book,
    difference,
    refused: { line, code: refusal.code, message: answerError(refusal, { locale, decimals }).message },
  }
}

/** The evidence of a row, with the sentence and the facts of each piece. */
function evidenceInWords({ state, evidence, command, partOf }: MatchedRow, voice: Voice): readonly RowEvidence[] {
  return evidence.map(({ proves, fact }, index) => {
    if ('refusal' in fact) {
      const { code, params } = fact.refusal
      const { message } = answerError(fact.refusal, { ...voice, decimals: fact.decimals })
      return { code: `refused.${code}`, proves, facts: factsOf(params), text: message }
    }
    const text = say(fact.key, fact.params, voice)
    // Only the latest entry of a contract can be replaced.
    const isLate = index === 0 && state === 'differs' && command === undefined && partOf === undefined
    return {
      code: fact.key.replace(/^statement\.(?:new\.|proof\.)?/, ''),
      proves,
      facts: factsOf(fact.params ?? {}),
      text: isLate ? say('statement.differs.later', { problem: text }, voice) : text,
    }
  })
}

/** The parameters of a sentence as plain values: money in minor units, days as in ISO 8601. */
function factsOf(params: Readonly<Record<string, Parameter>>): RowEvidence['facts'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value !== 'object' ? value : 'money' in value ? value.money : value.day,
    ]),
  )
}

async function doesInWords(
  book: Book,
  { state, partOf, entry, before, command, stranger }: MatchedRow,
  contract: ContractState | undefined,
  voice: Voice,
): Promise<string> {
  if (state === 'bad') return say('statement.does.unread', {}, voice)
  if (state === 'ignored') return say('statement.does.nothing', {}, voice)
  if (partOf !== undefined) return say('statement.does.part', { line: partOf }, voice)
  if (entry !== undefined && contract !== undefined && command?.type !== 'annotate' && before === undefined) {
    return say('statement.does.entry', { label: await labelOf(book, entry, contract, voice), entry }, voice)
  }
  if (command === undefined || contract === undefined) {
    return stranger === undefined
      ? say('statement.does.undecided', {}, voice)
      : say('statement.does.unknown-party', { name: stranger }, voice)
  }
  if (command.type === 'annotate') {
    return say(
      'statement.does.annotate',
      { entry: command.entry, label: await labelOf(book, command.entry, contract, voice), contract: contract.title },
      voice,
    )
  }
  const what = commandInWords(command, before, contract, voice)
  const first = before?.find(({ type }) => type === 'reverse' || type === 'fund-milestone')
  const rules = before?.find(({ type }) => type === 'edit-contract')
  if (rules !== undefined) return say('statement.does.before.edit-contract', { what }, voice)
  if (first?.type === 'reverse' && entry !== undefined)
    return say('statement.does.before.reverse', { entry, what }, voice)
  if (first?.type === 'fund-milestone')
    return say('statement.does.before.fund-milestone', { milestone: titleOf(contract, first.milestoneId), what }, voice)
  return what
}

async function labelOf(book: Book, entry: number, contract: ContractState, voice: Voice): Promise<string> {
  const record = await book.record(entry)
  const reversed = record.reverses === undefined ? undefined : await book.record(record.reverses)
  return entryLabel(record, contract, voice, reversed)
}

const titleOf = (contract: ContractState, milestoneId: string): string =>
  milestoneOf(contract, milestoneId)?.title ?? milestoneId

/** A command in the imperative: "Fund Batch one with 250.00, Help-centre articles". */
function commandInWords(
  command: RecordedCommandInput,
  before: readonly RecordedCommandInput[] | undefined,
  contract: ContractState,
  voice: Voice,
): string {
  const milestoneId = 'milestoneId' in command ? command.milestoneId : undefined
  const fee = 'fee' in command ? command.fee : undefined
  const key =
    (command.type === 'release' && milestoneId === undefined
      ? wordKey('statement.does.release.unallocated')
      : wordKey(`statement.does.${command.type}`)) ?? 'statement.does.other'
  const params: Record<string, Parameter> = {
    client: contract.client,
    freelancer: contract.freelancer,
    contract: contract.title,
    milestone: milestoneId === undefined ? '' : titleOf(contract, milestoneId),
    amount: { money: minor(amountOf(command, before, contract)) },
    told: fee === undefined ? 'no' : 'yes',
    fee: { money: minor(fee ?? 0) },
  }
  return say(key, params, voice)
}

function amountOf(
  command: RecordedCommandInput,
  before: readonly RecordedCommandInput[] | undefined,
  contract: ContractState,
): number {
  if ('amount' in command && command.amount !== undefined) return command.amount
  if (command.type === 'fund-milestone') return milestoneOf(contract, command.milestoneId)?.amount ?? 0
  const request = before?.find(({ type }) => type === 'request-refund')
  return request !== undefined && 'amount' in request
    ? (request.amount ?? 0)
    : (contract.refundRequest?.amount ?? contract.sums.held + contract.unallocated)
}
