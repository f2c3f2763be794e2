import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { encodingSamples } from '../../shared/reconcile/files/decode.ts'
import { openStatementFile } from '../../shared/reconcile/files/open-file.ts'
import { statementColumnsSchema } from '../../shared/reconcile/statement-fields.ts'
import { say } from '../../shared/words/say.ts'
import { selector } from '../../shared/words/selector.ts'
import { accepted, type Outcome } from '../answers/outcome.ts'
import { reasonOf } from '../book/faults/store-refusal.ts'
import { FILE_MODE } from '../book/folder/disk.ts'
import type { Exit } from './exit.ts'
import { applyTo, previewOn, type StatementChoice } from './import-statement.ts'
import { lineNumbers } from './line-numbers.ts'
import { flag, parsed, text, texts, wrongUse } from './options.ts'
import { isExport, restore } from './restore.ts'
import type { Context } from './surroundings.ts'
import { readingBook, writingBook } from './with-book.ts'

type Choice = Pick<StatementChoice, 'ticked' | 'lines' | 'except' | 'columns'>

/** The number of leading bytes read to recognise an export of the app. */
const START_BYTES = 200

/** The file name that stands for stdin. */
const INPUT = '-'

/**
 * `import`: records the rows of a statement, or only prints what it would record; given a JSON
 * export of a whole book, it restores that book.
 */
export async function importFile(context: Context): Promise<Exit> {
  const named = context.call.operands[0] ?? INPUT
  const choice = choiceOf(context)
  if (!choice.ok) return wrongUse(context, choice.refusal)
  if (named === INPUT) return importContent(context, choice.value, await context.around.readInput())
  const path = resolve(context.around.cwd, named)
  try {
    // The app's own JSON may be larger than a statement, so it is read line by line.
    if (isExport(await startOf(path))) return restore(context, path)
    return await importStatement(context, choice.value, { bytes: await readFile(path), file: basename(named) })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).syscall === undefined) throw problem
    const message = say('terminal.import.no-file', { file: named, reason: reasonOf(problem) })
    return context.terminal.refuse({ code: 'unreadable-statement', message, field: 'file' })
  }
}

/** Imports from stdin. An export goes to a temporary file first, because it is read twice. */
async function importContent(context: Context, choice: Choice, bytes: Uint8Array): Promise<Exit> {
  if (!isExport(new TextDecoder().decode(bytes.subarray(0, START_BYTES))))
    return importStatement(context, choice, { bytes, file: say('terminal.import.input') })
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-input-'))
  try {
    const path = join(folder, 'book.json')
    await writeFile(path, bytes, { mode: FILE_MODE })
    return await restore(context, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function importStatement(
  context: Context,
  choice: Choice,
  { bytes, file }: { readonly bytes: Uint8Array; readonly file: string },
): Promise<Exit> {
  const language = context.around.locale
  const decoded = await openStatementFile(bytes, { language, encoding: choice.columns?.encoding })
  if (!decoded.ok) {
    const message = say('reconcile.unread', { reason: selector(decoded.reason), file })
    return context.terminal.refuse({ code: 'unreadable-statement', message })
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const asked: StatementChoice = {
    ...choice,
    file: { name: file, sha256, bytes: bytes.length },
    text: decoded.text,
    encoding: decoded.open,
    recoded: async encoding => {
      const again = await openStatementFile(bytes, { language, encoding })
      return again.ok ? { ...asked, text: again.text, encoding: again.open } : asked
    },
    samples: () => encodingSamples(bytes, language),
  }
  return flag(context, 'dry-run')
    ? readingBook(context, book => previewOn(context, book, asked))
    : writingBook(context, book => applyTo(context, book, asked))
}

async function startOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES))
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * The ticked rows and the settings for reading the file. Refuses `bad-input` for options that
 * cannot be parsed.
 */
function choiceOf(context: Context): Outcome<Choice> {
  const lines = lineNumbers(text(context, 'lines'), 'lines')
  if (!lines.ok) return lines
  const except = lineNumbers(text(context, 'except'), 'except')
  if (!except.ok) return except
  const columns = parsed(statementColumnsSchema, Object.fromEntries(texts(context, 'column').map(pair)))
  if (!columns.ok) return columns
  const named = Object.keys(columns.value).length > 0
  return accepted({
    ticked: text(context, 'tick') ?? 'sure',
    lines: lines.value,
    except: except.value,
    ...(named && { columns: columns.value }),
  })
}

/** The columns whose words are listed, with commas between them. */
const LISTS: ReadonlySet<string> = new Set(['directionOut', 'statusDone'])

/** Splits `date=Buchungstag` at its equals sign, and the words of a list at their commas. */
function pair(written: string): [string, string | number | readonly string[]] {
  const at = written.indexOf('=')
  const [name, value] = at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)]
  if (name === 'titles' && /^\d{1,6}$/.test(value)) return [name, Number(value)]
  return [name, LISTS.has(name) ? value.split(',').filter(word => word.trim() !== '') : value]
}
