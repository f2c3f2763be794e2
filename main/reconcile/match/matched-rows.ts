import { type Minor, ZERO } from '../../../shared/money/money.ts'
import { ROW_STATES, type RowState } from '../../../shared/reconcile/statement.ts'
import type { BadRow, GoodRow } from '../read/row.ts'
import { type Decision, proof } from './decision.ts'
import type { Placed } from './stage.ts'

/** A row of a statement, and the result of matching it. */
export interface MatchedRow extends Decision {
  readonly row: GoodRow | BadRow
  /** The line of the row it belongs to. */
  readonly partOf?: number
  /** The change to the book's side of the balance when it is applied, in minor units. */
  readonly effect: Minor
}

/** The number of rows in each state. */
export interface RowCounts {
  readonly counts: Readonly<Record<RowState, number>>
  /** Excludes rows that belong to another. */
  readonly moves: Readonly<Record<RowState, number>>
}

/**
 * The rows of a statement in their order, each with its decision. A row that belongs to another
 * shares that row's state, but only the other row has the command and its reason. `effects` are in
 * minor units, by line.
 */
export function matchedRows(
  rows: readonly (GoodRow | BadRow)[],
  placed: readonly Placed[],
  effects: ReadonlyMap<number, Minor>,
): readonly MatchedRow[] {
  const byLine = new Map<number, Decision & Pick<MatchedRow, 'partOf'>>()
  for (const { row, parts, decision } of placed) {
    byLine.set(row.line, decision)
    if (parts.length === 0) continue
    const { before: _, command: __, stranger: ___, ...shared } = decision
    const evidence = [proof({ key: 'statement.proof.part', params: { line: row.line } })]
    for (const part of parts) byLine.set(part.line, { ...shared, evidence, partOf: row.line, sure: false })
  }
  return rows.map(row => {
    const decision = byLine.get(row.line)
    if (decision === undefined) throw new Error(`no stage placed line ${row.line}`)
    return { row, ...decision, effect: effects.get(row.line) ?? ZERO }
  })
}

/** Counts rows by state. */
export function countsOf(rows: readonly MatchedRow[]): RowCounts {
  const none = (): Record<RowState, number> =>
    Object.fromEntries(ROW_STATES.map(state => [state, 0])) as Record<RowState, number>
  const [counts, moves] = [none(), none()]
  for (const { state, partOf } of rows) {
    counts[state]++
    if (partOf === undefined) moves[state]++
  }
  return { counts, moves }
}
