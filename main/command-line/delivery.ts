import { resolve } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { mayReplace, writeNewFile } from '../export/new-file.ts'
import { EXIT, type Exit } from './exit.ts'
import { flag, refusedBy, text } from './options.ts'
import type { Context } from './surroundings.ts'
import { folderOf } from './with-book.ts'

/**
 * Writes the result to the file named by `--output`, complete or not at all, or else to stdout in
 * pieces.
 */
export async function deliver(context: Context, pieces: AsyncIterable<string | Uint8Array>): Promise<Exit> {
  const { terminal, around } = context
  const output = text(context, 'output')
  if (output === undefined) {
    for await (const piece of pieces) if (around.signal.aborted || !(await terminal.write(piece))) break
    return around.signal.aborted ? refusedBy(context, { code: 'cancelled', params: {} }) : EXIT.fine
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
  await terminal.done(saved.value, say('terminal.saved', { path }))
  return EXIT.fine
}
