import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_MODE, FOLDER_MODE } from './disk.ts'

/** The rights of people other than the owner. */
const OTHERS = 0o077

/** The names of a book's files and folders. */
const BOOKS_OWN = /^(journal\.ndjson|book\.json|front-page\.json|lock\.(\d+|held)|backups|recovered)$/

/**
 * Takes the rights on a book's files and folders from everyone but their owner, as after a copy
 * that gave them. Returns the first path whose rights cannot be changed; undefined if there is
 * none. A folder that holds anything else keeps its rights, and so does that. On Windows, the
 * folder that the person chose decides.
 */
export function withOwnRights(folder: string): string | undefined {
  if (process.platform === 'win32') return undefined
  const names = readdirSync(folder)
  const own = names.filter(name => BOOKS_OWN.test(name))
  const within = own.flatMap(name => filesIn(join(folder, name)))
  const paths = [...(own.length === names.length ? [folder] : []), ...own.map(name => join(folder, name)), ...within]
  return paths.find(path => !isOwn(path))
}

function filesIn(folder: string): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder).map(name => join(folder, name))
}

/** True if only the owner of a file or folder has rights on it now; links are left alone. */
function isOwn(path: string): boolean {
  const before = lstatSync(path, { throwIfNoEntry: false })
  if (before === undefined || !(before.isFile() || before.isDirectory()) || (before.mode & OTHERS) === 0) return true
  try {
    chmodSync(path, before.isDirectory() ? FOLDER_MODE : FILE_MODE)
  } catch {
    return false
  }
  // Some file systems accept any rights, and keep their own.
  return (lstatSync(path).mode & OTHERS) === 0
}
