import {
  type RecordedCommand,
  type RecordedCommandInput,
  recordedCommandSchema,
} from '../../shared/contract/commands.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Slices } from '../scheduling/slices.ts'
import type { Matching } from './match/match.ts'
import type { MatchedRow } from './match/matched-rows.ts'
import { type Decisions, Ticks } from './match/ticks.ts'
import { isGood } from './read/row.ts'

/** A command, and the line of the row it is for. */
export interface LineCommand {
  readonly line: number
  readonly command: RecordedCommand
}

/**
 * The commands of the ticked rows, in slices, in the order in which they happened, each with its
 * row's day and id. A row already in the book has none. Refuses `bad-input` for a line that has
 * nothing to record.
 */
export async function commandsOf(
  matching: Matching,
  decisions: Decisions,
  slices: Slices,
): Promise<Outcome<readonly LineCommand[]>> {
  const ticks = new Ticks(decisions)
  const byLine = new Map(matching.rows.map(row => [row.row.line, row]))
  const linesOf = new Map<number, number[]>(matching.order.map(line => [line, [line]]))
  for (const { row, partOf } of matching.rows) if (partOf !== undefined) linesOf.get(partOf)?.push(row.line)
  for (const line of ticks.named) {
    const main = byLine.get(line)?.partOf ?? line
    const row = byLine.get(main)
    if (row === undefined || (!isInBook(row) && !canBeRecorded(row, ticks.chosenFor(linesOf.get(main) ?? [main]))))
      return refused({ code: 'bad-input', variant: 'no-such-row', params: { line }, field: `lines.${line}` })
  }
  const commands: LineCommand[] = []
  await slices.next()
  for (const line of matching.order) {
    if (slices.areOver) await slices.next()
    const row = byLine.get(line)
    const lines = linesOf.get(line) ?? [line]
    if (row === undefined || !ticks.has(lines, row) || !isGood(row.row)) continue
    const own = [...(row.before ?? []), ...(row.command === undefined ? [] : [row.command])]
    const inputs = isInBook(row) ? own : (ticks.chosenFor(lines) ?? own)
    for (const [index, input] of inputs.entries())
      commands.push({ line, command: datedBy(row.row, input, index === inputs.length - 1) })
  }
  return accepted(commands)
}

/**
 * True for a row with an entry of its own, which stays as it is unless it differs and can be
 * corrected.
 */
const isInBook = ({ state }: MatchedRow): boolean => state === 'matched' || state === 'differs'

function canBeRecorded({ state, command }: MatchedRow, chosen: readonly RecordedCommand[] | undefined): boolean {
  if (chosen === undefined) return command !== undefined
  return (
    (state === 'new' || state === 'proposed') &&
    chosen.every(({ type }) => type !== 'reverse' && type !== 'rename-party')
  )
}

/**
 * A command dated with its row's day, unless the person chose another; an annotation is dated
 * today. The id goes to the last of a row's commands, which stands for the row itself.
 */
function datedBy(
  row: { readonly on: string; readonly id: string },
  input: RecordedCommandInput,
  isLast: boolean,
): RecordedCommand {
  if (input.type === 'annotate') return recordedCommandSchema.parse({ ...input, reference: row.id })
  const on = input.type === 'reverse' ? {} : { on: input.on ?? row.on }
  return recordedCommandSchema.parse({ ...input, ...on, ...(isLast && { reference: row.id }) })
}
