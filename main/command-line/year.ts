import { resolve } from 'node:path'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import { say } from '../../shared/words/say.ts'
import { emptyYear, saveYear, yearName } from '../year/save-year.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, refusedBy, text, voiceOf, wholeNumber, wrongUse } from './options.ts'
import type { Context, Print } from './surroundings.ts'
import { readingBook } from './with-book.ts'

/** `year`: saves a year of the book for an accountant, in one new folder. */
export async function year(context: Context): Promise<Exit> {
  const { call, terminal, around } = context
  const command = parsed(appCommandSchema, {
    type: 'save-year',
    year: wholeNumber(call.operands[0]),
    statements: text(context, 'statements'),
  })
  if (!command.ok) return wrongUse(context, command.refusal)
  if (command.value.type !== 'save-year') throw new Error('another command was given')
  const { year: asked, statements = 'contract' } = command.value
  return readingBook(context, async book => {
    const empty = emptyYear(book, asked)
    if (empty?.ok === false) return refusedBy(context, empty.refusal)
    const print: Print = statements === 'none' ? async () => new Uint8Array() : await around.printer(book)
    const written = await saveYear(
      book,
      { year: asked, statements },
      {
        path: resolve(around.cwd, text(context, 'output') ?? yearName(asked)),
        signal: around.signal,
        progress: terminal.progress,
        today: around.today(),
        now: around.now(),
        locale: around.locale,
        print,
      },
    )
    if (!written.ok) return refusedBy(context, written.refusal)
    const { saved } = written.value
    const message = say('terminal.year.saved', { year: String(asked), ...saved }, voiceOf(context))
    await terminal.done({ ...saved, kept: false }, `${message}\n${say('terminal.paper.not-kept')}`)
    return EXIT.fine
  })
}
