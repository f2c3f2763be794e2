import { tmpdir } from 'node:os'
import { dirname, isAbsolute, relative } from 'node:path'
import { type Refused, storeRefused } from '../../book/faults/store-refusal.ts'
import { canonicalFolder } from './book-folder.ts'

/** The parts of a process that tell where its program is. */
export interface Running {
  readonly execPath: string
  readonly platform: NodeJS.Platform
}

/**
 * The folder that the system’s installer, or whoever unpacks a new version, may replace as a whole:
 * the program’s own; on macOS the `.app` around it. A portable app runs from the folder that it was
 * unpacked into.
 */
export function programFolder({ execPath, platform }: Running): string {
  const [bundle] = platform === 'darwin' ? (/^.*?\.app(?=\/)/.exec(execPath) ?? []) : []
  return bundle ?? dirname(execPath)
}

/**
 * The refusal of keeping a book in `folder`: `bad-input` if that is the program’s folder or inside
 * it, where an update or uninstalling may delete it.
 */
export function refusalInProgram(folder: string, running: Running = process): Refused | undefined {
  const program = canonicalFolder(programFolder(running))
  if (!isInside(folder, program)) return undefined
  return storeRefused('bad-input', { path: folder, program }, { variant: 'program-folder', field: 'folder' })
}

/**
 * The file to start the app again by. A portable app and an AppImage run from a temporary folder
 * that goes when the first one ends: there it is the file that a person started. What another such
 * program left in the environment does not count.
 */
export function programFile(
  { execPath }: Pick<Running, 'execPath'> = process,
  env: Readonly<Record<string, string | undefined>> = process.env,
  temporary: string = tmpdir(),
): string {
  const { PORTABLE_EXECUTABLE_FILE: portable, APPIMAGE: image, APPDIR: mounted } = env
  if (portable && isInside(execPath, temporary)) return portable
  if (image && mounted && isInside(execPath, mounted)) return image
  return execPath
}

/** True if `path` is `folder` or in it. */
function isInside(path: string, folder: string): boolean {
  const inside = relative(canonicalFolder(folder), canonicalFolder(path))
  return !/^\.\.([\\/]|$)/.test(inside) && !isAbsolute(inside)
}
