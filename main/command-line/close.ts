import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { say } from '../../shared/words/say.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, refusedBy, voiceOf, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { writingBook } from './with-book.ts'

/** The operand that reopens the books. */
const NONE = 'none'

/** `close DATE`: closes the books up to and including that day; `close none` reopens them. */
export async function close(context: Context): Promise<Exit> {
  const [day] = context.call.operands
  const command = parsed(escrowCommandSchema, { type: 'close-books', until: day === NONE ? null : day })
  if (!command.ok) return wrongUse(context, command.refusal)
  const { value } = command
  return writingBook(context, async book => {
    const done = await book.execute(value)
    if (!done.ok) return refusedBy(context, done.refusal)
    const until = book.closedUntil
    const text =
      until === null
        ? say('terminal.close.reopened')
        : say('terminal.close.done', { until: { day: until } }, voiceOf(context))
    await context.terminal.answer({ closedUntil: until }, text)
    return EXIT.fine
  })
}
