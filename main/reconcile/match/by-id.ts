import type { Minor } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { Note } from '../read/row.ts'
import { MADE_ID, RowIds } from '../read/row-ids.ts'
import { correctionOf } from './corrections.ts'
import { type Decision, doubt, proof } from './decision.ts'
import { feeDifference, mayShow, shows } from './effects.ts'
import type { Movement } from './movement.ts'
import { type Placed, placedTogether, type StageContext, type Staged, type Unplaced } from './stage.ts'

/** An entry that a person gave this reference may be this many days apart from its row. */
const DAYS_OF_ID = 10

/**
 * Places movements whose id is the reference of a free entry, where that proves it: an import
 * recorded the entry from a row of that id, or the days are close. An entry that differs from its
 * row comes with a correction if there is one.
 */
export async function placeById(
  unplaced: readonly Unplaced[],
  { book, side, days, recordedFrom, taken: takenBefore, slices }: StageContext,
): Promise<Staged<Unplaced>> {
  const madeIds = new RowIds()
  const placed: Placed[] = []
  const rest: Unplaced[] = []
  const taken = new Set(takenBefore)
  for (const each of unplaced) {
    if (slices.areOver) await slices.next()
    const { movement } = each
    const { entry, other } = entryWithIdOf(movement, { side, days, recordedFrom, madeIds, taken })
    if (entry === undefined) {
      rest.push(other === undefined ? each : { ...each, sameReference: other })
      continue
    }
    taken.add(entry)
    const contract = side.contracts[side.moves.contractNumberOf(entry)]
    const difference = differenceOf(movement, side.moves.moveOf(entry), contract?.currency)
    const decision = decisionOn(movement, entry, contract?.id, difference)
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

interface Search extends Pick<StageContext, 'side' | 'days' | 'recordedFrom' | 'taken'> {
  readonly madeIds: RowIds
}

/**
 * The free entry that has an id of the movement's rows, of several the one with its amount; else an
 * `other` that has its reference and is not proved to be it.
 */
function entryWithIdOf(
  { main, parts, kind, amount }: Movement,
  { side: { byId, hasMadeIds, moves }, days, recordedFrom, madeIds, taken }: Search,
): { readonly entry?: number; readonly other?: number } {
  let first: number | undefined
  let other: number | undefined
  const tried = [main, ...parts].map(({ id, on }) => ({ id, on }))
  // In another file, its id may have been on several rows, and no id then.
  if (main.word !== '' && hasMadeIds) tried.push({ id: madeIds.of(main.cells), on: main.on })
  for (const { id, on } of tried) {
    for (const entry of byId.get(id) ?? []) {
      if (taken.has(entry)) continue
      const isProved =
        id.startsWith(MADE_ID) ||
        Math.abs(moves.dayNumberOf(entry) - days.of(on)) <= DAYS_OF_ID ||
        recordedFrom(id).includes(entry)
      const move = moves.moveOf(entry)
      if (!isProved) other ??= entry
      else if (move !== undefined && shows(move, kind, amount)) return { entry }
      else first ??= entry
    }
  }
  if (first !== undefined) return { entry: first }
  other ??= (byId.get(main.word) ?? []).find(entry => !taken.has(entry))
  return other === undefined ? {} : { other }
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

function decisionOn(
  { main: { id } }: Movement,
  entry: number,
  contractId: string | undefined,
  difference: Difference | undefined,
): Decision {
  const isMade = id.startsWith(MADE_ID)
  const same = proof({ key: isMade ? 'statement.proof.row' : 'statement.proof.id', params: { entry, id } })
  return {
    state: difference === undefined ? 'matched' : 'differs',
    entry,
    ...(contractId !== undefined && { contractId }),
    evidence: difference === undefined ? [same] : [doubt(noteOf(difference, entry)), same],
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
