import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { compile } from '../../../tools/compile.mjs'

/** Nobody: root may write everywhere, so a folder is read-only only for another user. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** The user who is not root: this one, or nobody in place of root. */
export const GUEST = isRoot ? NOBODY : (process.getuid?.() ?? 0)

/** A module of this repository that runs as the guest. */
export interface GuestModule {
  fork(args: readonly string[]): ChildProcess
  remove(): void
}

/**
 * Compiles a module, a path from the root, to where the guest can read it: the repository may lie
 * in a folder that only root may enter, and so may Node.
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
