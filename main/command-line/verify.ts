import { querySchema } from '../../shared/api/queries.ts'
import { say } from '../../shared/words/say.ts'
import { healthAnswer } from '../answers/health-answer.ts'
import { verifyAnswer } from '../answers/verify-answer.ts'
import type { Book } from '../book/book.ts'
import { holderOf } from '../book/folder/lock.ts'
import { checkStatement } from '../printed-statement/check.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, text, voiceOf, wholeNumber, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { verifyPaper } from './verify-paper.ts'
import { readingBook } from './with-book.ts'

/**
 * `verify`: checks every line and every figure of the book; given the footer of a printed
 * statement, also checks that the book still has exactly that history; given the file of one, says
 * whether this book printed it.
 */
export async function verify(context: Context): Promise<Exit> {
  const [entries, head, file] = ['entries', 'head', 'statement'].map(name => text(context, name))
  if (file !== undefined && (entries !== undefined || head !== undefined)) {
    const message = say('terminal.verify.one-way')
    return context.terminal.refuse({ code: 'bad-input', message, field: 'statement' }, EXIT.wrongUse)
  }
  if (file !== undefined) return verifyPaper(context, file)
  if (entries === undefined && head === undefined) return readingBook(context, book => verifyBook(context, book))
  const query = parsed(querySchema, { type: 'check-statement', entries: wholeNumber(entries), head })
  if (!query.ok) return wrongUse(context, query.refusal)
  const asked = query.value
  if (asked.type !== 'check-statement') throw new Error('another query was asked')
  return readingBook(context, async book => {
    const check = await checkStatement(book, asked, context.around.locale)
    if (!check.ok) return wrongUse(context, check.refusal)
    await context.terminal.answer(check.value, check.value.message)
    const { result } = check.value
    return result === 'same' || result === 'grown' ? EXIT.fine : result === 'damaged' ? EXIT.damaged : EXIT.refused
  })
}

async function verifyBook(context: Context, book: Book): Promise<Exit> {
  const { folder, format } = book.info()
  const voice = voiceOf(context)
  const found = verifyAnswer(await book.verify(), voice)
  const health = healthAnswer(await book.checked(), voice)
  const isIntact = found.ok && health.state !== 'damaged'
  const { entries, head, problems, figures } = found
  const falseFigures = isIntact && figures.message !== undefined ? [figures.message] : []
  const lines = isIntact
    ? [...falseFigures, say('terminal.verify.sound', { folder, entries }, voice), say('terminal.verify.head', { head })]
    : [say('terminal.verify.damaged', { folder }), ...problems.map(({ message }) => message)]
  await context.terminal.answer(
    { ...found, ok: isIntact, folder, format, health },
    [...lines, ...(health.message === undefined ? [] : [health.message])].join('\n'),
  )
  const holder = holderOf(folder)
  if (holder !== undefined) {
    const params =
      holder === 'unknown'
        ? { kind: 'unknown', pid: '', host: '' }
        : { kind: 'known', pid: String(holder.pid), host: holder.host }
    context.terminal.tell(say('terminal.verify.open', params))
  }
  if (!isIntact) return EXIT.damaged
  return figures.ok ? EXIT.fine : EXIT.refused
}
