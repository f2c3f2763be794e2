import type { Slices } from '../../scheduling/slices.ts'
import type { Note } from '../read/row.ts'
import type { BookSide } from './book-side.ts'
import { feeDifference, mayShow, shows } from './effects.ts'
import { type Found, take } from './matched-row.ts'
import type { Movement } from './movements.ts'

/** What became of rows, by line, and the entries that are taken. */
export interface Matched {
  readonly found: Map<number, Found>
  readonly used: Map<number, unknown>
  readonly slices: Slices
}

/**
 * Takes what has an id that an entry of the book has as its reference. Gives back the movements
 * that have none.
 */
export async function matchById(
  movements: readonly Movement[],
  { byId, moves, contracts }: BookSide,
  { found, used, slices }: Matched,
): Promise<Movement[]> {
  const rest: Movement[] = []
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    let entry: number | undefined
    let isShown = false
    for (let part = -1; part < movement.parts.length && !isShown; part++) {
      const { id } = movement.parts[part] ?? movement.main
      for (const each of byId.get(id) ?? []) {
        if (used.has(each)) continue
        const move = moves.moveOf(each)
        isShown = move !== undefined && shows(move, movement.kind, movement.amount)
        // Where several entries have the id, the one of the same amount is meant.
        if (entry === undefined || isShown) entry = each
        if (isShown) break
      }
    }
    if (entry === undefined) {
      rest.push(movement)
      continue
    }
    used.set(entry, movement)
    const contract = contracts[moves.contractNumberOf(entry)]
    const problem = differenceOf(movement, entry, { moves, contracts })
    take(found, movement, {
      state: problem === undefined ? 'matched' : 'differs',
      entry,
      ...(contract !== undefined && { contractId: contract.id }),
      ...(problem !== undefined && { problem }),
      sure: false,
    })
  }
  return rest
}

/** How an entry with a row's id differs from the row; undefined where it does not. */
function differenceOf(
  movement: Movement,
  entry: number,
  { moves, contracts }: Pick<BookSide, 'moves' | 'contracts'>,
): Note | undefined {
  const move = moves.moveOf(entry)
  const contract = contracts[moves.contractNumberOf(entry)]
  if (move === undefined) return { key: 'statement.differs.no-money', params: { entry } }
  if (contract !== undefined && contract.currency !== movement.main.currency) {
    return {
      key: 'statement.differs.currency',
      params: { entry, book: contract.currency, statement: movement.main.currency },
    }
  }
  if (!mayShow(move, movement.kind)) return { key: 'statement.differs.kind', params: { entry } }
  if (!shows(move, movement.kind, movement.amount))
    return {
      key: 'statement.differs.amount',
      params: { book: { money: move.amount }, statement: { money: movement.amount } },
    }
  const fees = feeDifference(move, movement)
  return fees === undefined
    ? undefined
    : { key: 'statement.differs.fee', params: { book: { money: fees.book }, statement: { money: fees.statement } } }
}
