import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { compile } from '../../../tools/compile.mjs'

/** The user `nobody`: root may write everywhere, so tests of permissions need another user. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** A user other than root: the current one, or nobody if that is root. */
export const GUEST = isRoot ? NOBODY : (process.getuid?.() ?? 0)

/** A module of this repository, to be run as the guest. */
export interface GuestModule {
  fork(args: readonly string[]): ChildProcess
  remove(): void
}

/**
 * Compiles a module, given as a path from the repository's root, into a folder that the guest can
 * read: the repository, and Node too, may be in a folder that only root can open.
 */
export async function guestModule(path: string): Promise<GuestModule> {
  const folder = mkdtempSync(join(tmpdir(), 'escrowbook-guest-'))
  chmodSync(folder, 0o755)
  const entry = (await compile(join(folder, 'module'), { guest: path }))('guest')
  const as = { cwd: '/', ...(isRoot && { uid: GUEST, gid: GUEST }) }
  const { status } = spawnSync(process.execPath, ['--version'], as)
  const execPath = status === 0 ? process.execPath : join(folder, basename(process.execPath))
  if (status !== 0) copyFileSync(process.execPath, execPath)
  return {
    fork: args => fork(entry, args, { execArgv: [], execPath, ...as }),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
