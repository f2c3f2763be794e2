import type { Minor } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { Note } from '../read/row.ts'
import type { BookSide } from './book-side.ts'
import { correctionOf } from './corrections.ts'
import type { Decision } from './decision.ts'
import { feeDifference, mayShow, shows } from './effects.ts'
import type { Movement } from './movement.ts'
import { type Placed, placedTogether, type StageContext, type Staged, type Unplaced } from './stage.ts'

/**
 * Places movements whose id is the reference of a free entry. An entry that differs from its row
 * comes with a correction if there is one.
 */
export async function placeById(
  unplaced: readonly Unplaced[],
  { book, side, taken: takenBefore, slices }: StageContext,
): Promise<Staged<Unplaced>> {
  const placed: Placed[] = []
  const rest: Unplaced[] = []
  const taken = new Set(takenBefore)
  for (const each of unplaced) {
    if (slices.areOver) await slices.next()
    const { movement } = each
    const entry = entryWithIdOf(movement, side, taken)
    if (entry === undefined) {
      rest.push(each)
      continue
    }
    taken.add(entry)
    const contract = side.contracts[side.moves.contractNumberOf(entry)]
    const difference = differenceOf(movement, side.moves.moveOf(entry), contract?.currency)
    const decision = decisionOn(entry, contract?.id, difference)
    // Only a contract's latest entry can be reversed.
    if (difference === undefined || !('money' in difference) || contract?.lastEntry !== entry) {
      placed.push(placedTogether(movement, decision))
      continue
    }
    const { events } = await book.record(entry)
    const correct = { field: difference.field, value: difference.money.statement }
    placed.push(placedTogether(movement, { ...decision, ...correctionOf(events.at(-1), contract.id, correct) }))
    await slices.next()
  }
  return { placed, rest }
}

/** The free entry that has an id of the movement's rows; among several, the one with its amount. */
function entryWithIdOf(
  { main, parts, kind, amount }: Movement,
  { byId, moves }: BookSide,
  taken: ReadonlySet<number>,
): number | undefined {
  let first: number | undefined
  for (const { id } of [main, ...parts]) {
    for (const entry of byId.get(id) ?? []) {
      if (taken.has(entry)) continue
      const move = moves.moveOf(entry)
      if (move !== undefined && shows(move, kind, amount)) return entry
      first ??= entry
    }
  }
  return first
}

/** The field in which an entry differs from its row. */
type Difference =
  | { readonly field: 'no-money' | 'kind' }
  | { readonly field: 'currency'; readonly book: string; readonly statement: string }
  | { readonly field: 'amount' | 'fee'; readonly money: { readonly book: Minor; readonly statement: Minor } }

function differenceOf(
  movement: Movement,
  move: EntryMove | undefined,
  currency: string | undefined,
): Difference | undefined {
  const { kind, amount, main } = movement
  if (move === undefined) return { field: 'no-money' }
  if (currency !== undefined && currency !== main.currency)
    return { field: 'currency', book: currency, statement: main.currency }
  if (!mayShow(move, kind)) return { field: 'kind' }
  if (!shows(move, kind, amount)) return { field: 'amount', money: { book: move.amount, statement: amount } }
  const fees = feeDifference(move, movement)
  return fees && { field: 'fee', money: fees }
}

function decisionOn(entry: number, contractId: string | undefined, difference: Difference | undefined): Decision {
  return {
    state: difference === undefined ? 'matched' : 'differs',
    entry,
    ...(contractId !== undefined && { contractId }),
    ...(difference !== undefined && { problem: noteOf(difference, entry) }),
    sure: false,
  }
}

function noteOf(difference: Difference, entry: number): Note {
  switch (difference.field) {
    case 'no-money':
    case 'kind':
      return { key: `statement.differs.${difference.field}`, params: { entry } }
    case 'currency':
      return {
        key: 'statement.differs.currency',
        params: { entry, book: difference.book, statement: difference.statement },
      }
    case 'amount':
    case 'fee': {
      const { book, statement } = difference.money
      return {
        key: `statement.differs.${difference.field}`,
        params: { book: { money: book }, statement: { money: statement } },
      }
    }
  }
}
