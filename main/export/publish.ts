import { existsSync, linkSync } from 'node:fs'
import { renamed } from '../book/folder/renaming.ts'

/** The errors of a file system without hard links. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'])

/**
 * Gives a finished file its name. Throws `EEXIST` if that name is taken and may not be replaced.
 * The temporary name may remain; the caller removes it.
 */
export async function publish(temporary: string, path: string, mayReplace: boolean): Promise<void> {
  if (mayReplace) {
    return renamed(temporary, path)
  }
  try {
    // Unlike a rename, a link never replaces another file.
    linkSync(temporary, path)
  } catch (problem) {
    if (!WITHOUT_LINKS.has((problem as NodeJS.ErrnoException).code)) throw problem
    if (existsSync(path)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST', syscall: 'link' })
    return renamed(temporary, path)
  }
}
