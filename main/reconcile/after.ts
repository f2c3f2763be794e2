import { type Entry, isOfContract } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import { Slices } from '../scheduling/slices.ts'
import { effectOf, effectOfEvents } from './match/effects.ts'
import type { Matching } from './match/match.ts'
import type { Decisions } from './match/ticks.ts'
import { commandsOf, type LineCommand } from './row-commands.ts'

/**
 * The book's side of the balance once some rows are recorded, and its difference from the
 * statement's, in minor units; or the refusal of one of them, with which nothing is recorded.
 */
export interface After {
  readonly book: Minor
  readonly difference: Minor
  readonly refused: { readonly line: number; readonly refusal: Refusal; readonly decimals: number } | null
}

/**
 * The effect of decisions about a statement's rows, which are those that applying takes. A line
 * that has nothing to record is refused as applying refuses it.
 */
export async function afterDecisions(book: Book, matching: Matching, decisions: Decisions): Promise<After> {
  const slices = new Slices()
  const commands = await commandsOf(matching, decisions, slices)
  if (commands.ok) return afterCommands(book, matching, commands.value, slices)
  const { refusal } = commands
  const { balance } = matching
  const refused = { line: Number(refusal.params['line'] ?? 0), refusal, decimals: balance.decimals }
  return { book: balance.book, difference: less(balance.book, balance.statement), refused }
}

/**
 * Decides commands through the engine that records them, without recording anything, and counts
 * what they would move.
 */
async function afterCommands(
  book: Book,
  { balance, rows, onlyInBook, elsewhereFrom }: Matching,
  commands: readonly LineCommand[],
  slices: Slices,
): Promise<After> {
  const { statement, of, currency } = balance
  const asIs = { book: balance.book, difference: less(balance.book, statement), refused: null }
  if (commands.length === 0) return asIs
  const tried = await book.previewAll(
    commands.map(({ command }) => command),
    slices,
  )
  if (!tried.ok) {
    const { refusal, index = 0 } = tried
    const failed = commands[index]
    const id = failed !== undefined && 'contractId' in failed.command ? failed.command.contractId : ''
    const decimals = book.contract(id)?.decimals ?? balance.decimals
    return { ...asIs, refused: { line: failed?.line ?? 0, refusal, decimals } }
  }
  const moves = await book.moves()
  const isOfCurrency = (id: string): boolean => book.contract(id)?.currency === currency
  let total = rows.some(({ contractId }) => contractId !== undefined) ? balance.book : ZERO
  // Recording a row on a contract that no row mentioned before makes all its entries count.
  const uncounted = total === ZERO && balance.book !== ZERO ? onlyInBook : onlyInBook.slice(elsewhereFrom)
  const touched = new Set(tried.contractIds)
  for (const entry of uncounted) {
    const move = moves.moveOf(entry)
    const id = `C${String(moves.contractNumberOf(entry)).padStart(4, '0')}`
    if (move !== undefined && touched.has(id) && isOfCurrency(id)) total = sum(total, effectOf(move, of))
  }
  for (const record of tried.records) {
    if (isOfContract(record) && isOfCurrency(record.contract)) total = sum(total, effectIn(record, of, moves))
    if (slices.areOver) await slices.next()
  }
  return { book: total, difference: less(total, statement), refused: null }
}

/** The change that a record makes to an account; a reversal takes back that of its entry. */
function effectIn({ events }: Entry, of: Matching['balance']['of'], moves: EntryMoves): Minor {
  const reversed = events.find(event => event.type === 'entry-reversed')?.entry
  const move = reversed === undefined ? undefined : moves.moveOf(reversed)
  return move === undefined ? effectOfEvents(events, of) : less(ZERO, effectOf(move, of))
}
