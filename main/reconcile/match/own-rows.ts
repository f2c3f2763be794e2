import type { Slices } from '../../scheduling/slices.ts'
import { isEntryOf, ownMovement, ownRowReader } from '../read/own-csv.ts'
import type { GoodRow } from '../read/row.ts'
import { type BookSide, type DayNumbers, numberOfContract } from './book-side.ts'
import type { Found } from './matched-row.ts'
import type { Movement } from './movements.ts'

interface OwnMatching {
  readonly good: readonly GoodRow[]
  readonly header: readonly string[]
  readonly side: BookSide
  readonly days: DayNumbers
  readonly found: Map<number, Found>
  readonly used: Map<number, unknown>
  readonly slices: Slices
}

/**
 * Rows of our own CSV are entries by their numbers. What is not in this book becomes a movement,
 * where it moves money.
 */
export async function ownMovements({
  good,
  header,
  side,
  days,
  found,
  used,
  slices,
}: OwnMatching): Promise<readonly Movement[]> {
  const read = ownRowReader(header)
  const movements: Movement[] = []
  for (const row of good) {
    if (slices.areOver) await slices.next()
    const own = read(row)
    if (own === undefined) {
      found.set(row.line, { state: 'bad', problem: { key: 'statement.bad.own' }, sure: false })
      continue
    }
    if (isEntryOf(own, side.moves, numberOfContract, days.of(row.on))) {
      used.set(own.entry, own)
      found.set(row.line, { state: 'matched', entry: own.entry, contractId: own.contractId, sure: false })
      continue
    }
    const moved = ownMovement(own)
    const main = { ...row, names: [own.title], text: own.milestoneIds.at(-1) ?? '', amount: row.amount }
    if (moved !== undefined)
      movements.push({
        main,
        parts: [],
        kind: moved.kind,
        amount: moved.amount,
        fee: moved.fee,
        contractFee: null,
        side: null,
      })
    else found.set(row.line, { state: 'ignored', problem: { key: 'statement.ignored.own' }, sure: false })
  }
  return movements.sort((one, other) => (one.main.on === other.main.on ? 0 : one.main.on < other.main.on ? -1 : 1))
}
