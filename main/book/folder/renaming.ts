import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Errors of Windows for a file that another program has open, such as a virus scanner. */
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** The time after which such a program has usually let go. */
const HELD_MS = 2_000
const BETWEEN_MS = 50

/** The part of the system that a rename depends on; tests inject one whose files are held. */
export interface RenamingSystem {
  readonly platform: NodeJS.Platform
  rename(from: string, to: string): Promise<void>
}

/**
 * Renames a file or folder. Windows refuses while a virus scanner, a sync program or a viewer has
 * either open: there it is tried again for two seconds, and then rejects with `EBUSY`, which
 * `writeRefused` says in words. Otherwise rejects with the system's error.
 */
export async function renamed(
  from: string,
  to: string,
  { platform, rename: renameOnce }: RenamingSystem = { platform: process.platform, rename },
): Promise<void> {
  const until = performance.now() + HELD_MS
  for (;;) {
    try {
      return await renameOnce(from, to)
    } catch (problem) {
      if (platform !== 'win32' || !HELD.has((problem as NodeJS.ErrnoException).code)) throw problem
      if (performance.now() > until)
        throw Object.assign(new Error(`${to} is open in another program`, { cause: problem }), {
          code: 'EBUSY',
          syscall: 'rename',
        })
    }
    await wait(BETWEEN_MS)
  }
}
