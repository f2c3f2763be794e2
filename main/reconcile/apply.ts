import type { AppCommand } from '../../shared/api/app-commands.ts'
import type { AppliedStatement } from '../../shared/reconcile/statement.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { Slices } from '../scheduling/slices.ts'
import { importKept } from './import-kept.ts'
import { commandsOf } from './row-commands.ts'
import type { Statements } from './statements.ts'

type ApplyStatement = Extract<AppCommand, { type: 'apply-statement' }>

const NOTHING: AppliedStatement = {
  recorded: 0,
  annotated: 0,
  reversed: 0,
  first: null,
  last: null,
  contractIds: [],
  import: null,
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
  const read = await statements.read({ ...command, decisions: command })
  if (!read.ok) return read
  if (read.value.asks !== null)
    return refused({ code: 'unreadable-statement', variant: 'asks', params: {}, field: 'columns' })
  const chosen = await commandsOf(read.value.matching, command, new Slices())
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
    import: outcome.recorded.at(-1)?.position ?? null,
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
  const read = await statements.read({ ...command, decisions: command })
  if (!read.ok) return read
  const chosen = await commandsOf(read.value.matching, command, new Slices())
  return chosen.ok ? accepted([...new Set(chosen.value.map(({ line }) => line))]) : chosen
}
