import type { AppCommand } from '../../shared/api/app-commands.ts'
import {
  type RecordedCommand,
  type RecordedCommandInput,
  recordedCommandSchema,
} from '../../shared/contract/commands.ts'
import type { AppliedStatement } from '../../shared/reconcile/statement.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { importKept, type LineCommand } from './import-kept.ts'
import type { MatchedRow } from './match/matched-rows.ts'
import { isGood } from './read/row.ts'
import type { ReadStatement, Statements } from './statements.ts'

type ApplyStatement = Extract<AppCommand, { type: 'apply-statement' }>

const NOTHING: AppliedStatement = {
  recorded: 0,
  annotated: 0,
  reversed: 0,
  first: null,
  last: null,
  contractIds: [],
  backup: null,
}

/**
 * Backs up the book, then records the ticked rows in the order in which they happened, as one
 * transaction. Rows already in the book change nothing, so the same file can be applied again.
 * Refuses what the rules refuse, with the row's line, and `bad-input` for a line that has nothing
 * to record.
 */
export async function applyStatement(
  book: Book,
  statements: Statements,
  command: ApplyStatement,
): Promise<Outcome<AppliedStatement>> {
  await book.proved()
  const read = await statements.read(command)
  if (!read.ok) return read
  if (read.value.asks !== null)
    return refused({ code: 'unreadable-statement', variant: 'asks', params: {}, field: 'columns' })
  const chosen = commandsOf(read.value, command)
  if (!chosen.ok) return chosen
  const lines = chosen.value
  if (lines.length === 0) return accepted(NOTHING)
  const outcome = await book.executeAll(
    lines.map(({ command: each }) => each),
    'import',
    importKept(read.value, { file: command.file, commands: lines, except: command.except ?? [] }),
  )
  if (!outcome.ok) {
    const { refusal, index } = outcome
    const failed = index === undefined ? undefined : lines[index]
    if (failed === undefined) return refused(refusal)
    const contractId = 'contractId' in failed.command ? failed.command.contractId : ''
    return refused({ ...refusal, row: { line: failed.line, decimals: book.contract(contractId)?.decimals ?? 2 } })
  }
  const entries = outcome.recorded.flatMap(({ entry }) => entry ?? [])
  const reversed = lines.filter(({ command: { type } }) => type === 'reverse').length
  return accepted({
    recorded: entries.length - reversed,
    annotated: outcome.recorded.length - entries.length,
    reversed,
    first: entries[0] ?? null,
    last: entries.at(-1) ?? null,
    contractIds: [...new Set(outcome.recorded.flatMap(({ contractIds }) => contractIds))],
    backup: outcome.backup?.id ?? null,
  })
}

/**
 * Returns the lines for which `applyStatement` would record something, in the order in which they
 * happened. Refuses what `applyStatement` refuses before it consults the rules.
 */
export async function tickedLines(
  statements: Statements,
  command: ApplyStatement,
): Promise<Outcome<readonly number[]>> {
  const read = await statements.read(command)
  if (!read.ok) return read
  const chosen = commandsOf(read.value, command)
  return chosen.ok ? accepted([...new Set(chosen.value.map(({ line }) => line))]) : chosen
}

/**
 * The commands of the ticked rows, each with its row's day and id. A row already in the book has
 * none.
 */
function commandsOf(
  { matching }: ReadStatement,
  { ticked = 'none', lines = [], except = [], edited = [] }: ApplyStatement,
): Outcome<readonly LineCommand[]> {
  const byLine = new Map(matching.rows.map(row => [row.row.line, row]))
  const changed = new Map(edited.map(each => [each.line, [...(each.before ?? []), each.command]]))
  const unticked = new Set(except)
  const named = new Set<number>()
  for (const line of [...lines, ...changed.keys()]) {
    const main = byLine.get(line)?.partOf ?? line
    const row = byLine.get(main)
    if (row === undefined || (!isInBook(row) && !canBeRecorded(row, changed.get(main)))) {
      return refused({ code: 'bad-input', variant: 'no-such-row', params: { line }, field: `lines.${line}` })
    }
    named.add(main)
  }
  const isTicked = (row: MatchedRow): boolean =>
    named.has(row.row.line) ||
    (!unticked.has(row.row.line) && row.command !== undefined && (ticked === 'all' || (ticked === 'sure' && row.sure)))
  const chosen: LineCommand[] = []
  for (const line of matching.order) {
    const row = byLine.get(line)
    if (row === undefined || !isTicked(row) || !isGood(row.row)) continue
    const own = [...(row.before ?? []), ...(row.command === undefined ? [] : [row.command])]
    const inputs = isInBook(row) ? own : (changed.get(line) ?? own)
    for (const [index, input] of inputs.entries())
      chosen.push({ line, command: datedBy(row.row, input, index === inputs.length - 1) })
  }
  return accepted(chosen)
}

/**
 * True for a row with an entry of its own, which stays as it is unless it differs and can be
 * corrected.
 */
const isInBook = ({ state }: MatchedRow): boolean => state === 'matched' || state === 'differs'

function canBeRecorded({ state, command }: MatchedRow, changed: readonly RecordedCommand[] | undefined): boolean {
  if (changed === undefined) return command !== undefined
  return (
    (state === 'new' || state === 'proposed') &&
    changed.every(({ type }) => type !== 'reverse' && type !== 'rename-party')
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
