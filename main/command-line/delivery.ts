import { resolve } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { mayReplace, writeNewFile } from '../export/new-file.ts'
import { EXIT, type Exit } from './exit.ts'
import { flag, refusedBy, text } from './options.ts'
import type { Context } from './surroundings.ts'
import { folderOf } from './with-book.ts'

/**
 * Writes the result to the file named by `--output`, complete or not at all, or else to stdout in
 * pieces. Of a paper (`isPaper`), it says that the book keeps no fingerprint.
 */
export async function deliver(
  context: Context,
  pieces: AsyncIterable<string | Uint8Array>,
  { isPaper = false } = {},
): Promise<Exit> {
  const { terminal, around } = context
  const output = text(context, 'output')
  if (output === undefined) {
    for await (const piece of pieces) if (around.signal.aborted || !(await terminal.write(piece))) break
    if (around.signal.aborted) return refusedBy(context, { code: 'cancelled', params: {} })
    if (isPaper) terminal.tell(say('terminal.paper.not-kept'))
    return EXIT.fine
  }
  const path = resolve(around.cwd, output)
  const saved = await writeNewFile(
    {
      path,
      mayReplace: flag(context, 'overwrite') && mayReplace(path, { folder: folderOf(context) }),
      signal: around.signal,
    },
    pieces,
  )
  if (!saved.ok) {
    const { refusal } = saved
    return refusedBy(
      context,
      refusal.variant === 'exists' && !flag(context, 'overwrite')
        ? { ...refusal, variant: 'exists-overwrite' }
        : refusal,
    )
  }
  const written = say('terminal.saved', { path })
  if (isPaper) await terminal.done({ ...saved.value, kept: false }, `${written}\n${say('terminal.paper.not-kept')}`)
  else await terminal.done(saved.value, written)
  return EXIT.fine
}
