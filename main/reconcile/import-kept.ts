import type { StatementFile, StatementImport } from '../../shared/contract/statement-import.ts'
import type { MatchedRow } from './match/matched-rows.ts'
import { isGood } from './read/row.ts'
import type { ReadStatement } from './read-statement.ts'
import type { LineCommand } from './row-commands.ts'

/** The decisions that an import was made by. */
export interface ImportDecisions {
  /** The file, if the message names it; else the text stands for it. */
  readonly file: StatementFile | undefined
  /** The commands of the ticked rows. */
  readonly commands: readonly LineCommand[]
  /** The lines that the person left out. */
  readonly except: readonly number[]
}

/** The facts that the journal keeps of an import: the statement, and the fate of its rows. */
export function importKept(
  { text, recognised, matching }: ReadStatement,
  { file, commands, except }: ImportDecisions,
): StatementImport {
  const lastOf = new Map(commands.map(({ line, command }) => [line, command.type]))
  const lasts = [...lastOf.values()]
  const annotated = lasts.filter(type => type === 'annotate').length
  const unticked = new Set(except)
  const rows = matching.rows.filter(({ partOf }) => partOf === undefined)
  const waiting = rows.filter(row => isWaiting(row) && !lastOf.has(row.row.line))
  return {
    file: file ?? { name: '', ...text },
    format: recognised ?? 'columns',
    from: matching.from,
    to: matching.to,
    recorded: lasts.length - annotated,
    annotated,
    reversed: commands.filter(({ command: { type } }) => type === 'reverse').length,
    ignored: rows.filter(({ state }) => state === 'ignored').length,
    left: idsOf(waiting.filter(({ row }) => unticked.has(row.line))),
    open: idsOf(waiting.filter(({ row }) => !unticked.has(row.line))),
  }
}

/** True for a row that could be in the book and is not, or not as the statement has it. */
function isWaiting({ state }: MatchedRow): boolean {
  return state === 'new' || state === 'proposed' || state === 'differs'
}

function idsOf(rows: readonly MatchedRow[]): readonly string[] {
  return rows.flatMap(({ row }) => (isGood(row) ? [row.id] : []))
}
