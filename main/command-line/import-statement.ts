import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { StatementFile } from '../../shared/contract/statement-import.ts'
import { formatAmount } from '../../shared/money/money.ts'
import type { ChosenEncoding } from '../../shared/reconcile/encodings.ts'
import type { EncodingSample } from '../../shared/reconcile/files/decode.ts'
import type { StatementMatch, StatementRow } from '../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import { say } from '../../shared/words/say.ts'
import { selector } from '../../shared/words/selector.ts'
import { accepted, type Outcome } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { applyStatement, tickedLines } from '../reconcile/apply.ts'
import { Statements } from '../reconcile/statements.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, refusedBy, voiceOf, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { type Column, tableText } from './table.ts'

/** A statement, its ticked rows, and the settings for reading it. */
export interface StatementChoice {
  readonly file: StatementFile
  readonly text: string
  /** The encoding that the text was read by, if that is a guess. */
  readonly encoding: ChosenEncoding | null
  /** The same choice with the file read in another encoding. */
  recoded(encoding: ChosenEncoding): Promise<StatementChoice>
  /** The encodings that fit the file, each with words that it reads. */
  samples(): readonly EncodingSample[]
  readonly ticked: string
  readonly lines: readonly number[]
  readonly except: readonly number[]
  readonly columns?: StatementColumns
}

/** A matched statement, the command that records its ticked rows, and the lines of those rows. */
interface Matched {
  readonly statements: Statements
  readonly match: StatementMatch
  readonly command: ReturnType<typeof commandOf> extends Outcome<infer C> ? C : never
  readonly ticked: ReadonlySet<number>
}

/** Prints the state of each row of a statement and what recording it would do; records nothing. */
export async function previewOn(context: Context, book: Book, choice: StatementChoice): Promise<Exit> {
  const matched = await matchOn(context, book, choice)
  if (!('match' in matched)) return matched.exit
  const { match, ticked } = matched
  await context.terminal.answer({ ...match, ticked: [...ticked] }, previewText(match, ticked, context.around.locale))
  return EXIT.fine
}

/** Backs up the book, records the ticked rows, all or none, and prints what remains. */
export async function applyTo(context: Context, book: Book, choice: StatementChoice): Promise<Exit> {
  const { terminal } = context
  const matched = await matchOn(context, book, choice)
  if (!('match' in matched)) return matched.exit
  const { statements, match, command, ticked } = matched
  const applied = await applyStatement(book, statements, command)
  if (!applied.ok) return refusedBy(context, applied.refusal)
  const { recorded, annotated, reversed, first, last, backup } = applied.value
  const left = match.rows.filter(row => isOpen(row) && !ticked.has(row.line)).map(({ line }) => line)
  const params = {
    recorded,
    annotated,
    reversed,
    first: first ?? 0,
    last: last ?? 0,
    backup: backup ?? '',
    nothing: ticked.size === 0 ? 'yes' : 'no',
  }
  await terminal.answer({ ...applied.value, left }, say('terminal.import.done', params, voiceOf(context)))
  if (left.length > 0 && !terminal.json)
    terminal.tell(
      say('terminal.import.left', { count: left.length, lines: left.slice(0, 20).join(', ') }, voiceOf(context)),
    )
  return EXIT.fine
}

/** True for a row that is not in the book, or differs from it. */
function isOpen({ state, partOf }: StatementRow): boolean {
  return partOf === undefined && (state === 'new' || state === 'proposed' || state === 'differs' || state === 'bad')
}

function commandOf({ file, text, ticked, lines, except, columns }: StatementChoice) {
  const command = parsed(appCommandSchema, { type: 'apply-statement', file, text, ticked, lines, except, columns })
  if (!command.ok) return command
  if (command.value.type !== 'apply-statement') throw new Error('another command was given')
  return accepted(command.value)
}

async function matchOn(
  context: Context,
  book: Book,
  choice: StatementChoice,
): Promise<Matched | { readonly exit: Exit }> {
  const { around, terminal } = context
  const command = commandOf(choice)
  if (!command.ok) return { exit: await wrongUse(context, command.refusal) }
  const statements = new Statements({
    book,
    locale: around.locale,
    today: () => around.today(),
    keptColumns: await around.keptColumns(),
  })
  const { text, columns, ticked: base, lines, except } = command.value
  const decisions = { ticked: base, lines, except }
  const match = await statements.match(
    {
      ...decisions,
      type: 'match-statement',
      text,
      columns,
      encoding: choice.encoding ?? undefined,
      limit: Number.MAX_SAFE_INTEGER,
    },
    { progress: terminal.progress },
  )
  if (!match.ok) return { exit: await refusedBy(context, match.refusal) }
  if (match.value.asks !== null) {
    const { encoding } = match.value.columns
    // Chosen before, in the app, for files of this shape.
    if (match.value.asks === 'encoding' && encoding !== undefined && encoding !== choice.encoding)
      return matchOn(context, book, await choice.recoded(encoding))
    const message = say('terminal.import.asks', {
      asks: selector(match.value.asks),
      samples:
        match.value.asks === 'encoding'
          ? choice
              .samples()
              .map(each => `${each.encoding} (${each.sample})`)
              .join(', ')
          : '',
      titles: match.value.header.join(', '),
    })
    return { exit: await terminal.refuse({ code: 'unreadable-statement', message, field: 'columns' }) }
  }
  const ticked = await tickedLines(statements, command.value)
  if (!ticked.ok) return { exit: await refusedBy(context, ticked.refusal) }
  return { statements, match: match.value, command: command.value, ticked: new Set(ticked.value) }
}

/**
 * A matched statement as text: its rows, the entries only the book has, and the balance before and
 * after.
 */
function previewText(match: StatementMatch, ticked: ReadonlySet<number>, locale: string): string {
  const columns: readonly Column[] = [
    { title: say('terminal.import.tick'), figures: false },
    { title: say('reconcile.line'), figures: true },
    { title: say('reconcile.date'), figures: false },
    { title: say('reconcile.amount'), figures: true },
    { title: say('reading.currency'), figures: false },
    { title: say('reconcile.match'), figures: false },
    { title: say('reconcile.record'), figures: false },
    { title: say('terminal.import.why'), figures: false },
  ]
  const rows = match.rows.map(row => [
    say('terminal.import.mark', { ticked: ticked.has(row.line) ? 'yes' : 'no' }),
    String(row.line),
    row.on ?? '',
    row.amount === null ? '' : formatAmount(row.amount, row.decimals, locale),
    row.currency ?? '',
    say('reconcile.mark', { state: row.state }),
    row.does,
    row.evidence
      .map(({ proves, text }) => say('terminal.import.evidence', { proves: proves ? 'yes' : 'no', text }))
      .join(' '),
  ])
  return [tableText(columns, rows), ...onlyInBookText(match, locale), balanceText(match, locale)].join('\n\n')
}

function onlyInBookText({ onlyInBook }: StatementMatch, locale: string): readonly string[] {
  if (onlyInBook.length === 0) return []
  const columns: readonly Column[] = [
    { title: say('ledger.number'), figures: true },
    { title: say('reconcile.date'), figures: false },
    { title: say('reconcile.amount'), figures: true },
    { title: say('reading.currency'), figures: false },
    { title: say('reconcile.book'), figures: false },
  ]
  const rows = onlyInBook.map(({ entry, on, amount, currency, decimals, label, contract }) => [
    String(entry),
    on,
    formatAmount(amount, decimals, locale),
    currency,
    `${label}, ${contract}`,
  ])
  return [`${say('terminal.import.only-in-book')}\n${tableText(columns, rows)}`]
}

function balanceText({ balance, after }: StatementMatch, locale: string): string {
  const { statement, book, currency, decimals } = balance
  const figures = say(
    'terminal.import.balance',
    { currency, statement: { money: statement }, book: { money: book }, after: { money: after.book } },
    { locale, decimals },
  )
  if (after.refused === null) return figures
  return `${figures}\n${say('statement.refused-row', { line: after.refused.line, message: after.refused.message })}`
}
