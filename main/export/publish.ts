import { existsSync, linkSync, renameSync } from 'node:fs'

/** What a file system without hard links says. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'])

/**
 * Gives a finished file its name. Throws `EEXIST` where something of that name is, unless it may be
 * replaced. The temporary name may stay, and is the caller's to remove.
 */
export function publish(temporary: string, path: string, mayReplace: boolean): void {
  if (mayReplace) {
    renameSync(temporary, path)
    return
  }
  try {
    // Unlike a rename, a link never takes the place of another file.
    linkSync(temporary, path)
  } catch (problem) {
    if (!WITHOUT_LINKS.has((problem as NodeJS.ErrnoException).code)) throw problem
    if (existsSync(path)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST', syscall: 'link' })
    renameSync(temporary, path)
  }
}
