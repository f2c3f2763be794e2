import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Something mounted at a folder until it is let go, even while files in it are open: what pulling
 * out a disk is like.
 */
export interface Mounted {
  unmount(): void
  /** From now on nothing can be written there, by whomever. */
  makeReadOnly(): void
}

/**
 * Whether this user may mount something here. A test that needs it is skipped by name where not
 * (tools/allowed-skips.json).
 */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'escrowbook-mount-'))
  try {
    const disk = mountSmallDisk(folder, 64)
    disk?.unmount()
    return disk !== undefined
  } finally {
    rmdirSync(folder)
  }
}

/**
 * A disk of its own with so many kilobytes at a folder, which is made; undefined where this user
 * may mount none.
 */
export function mountSmallDisk(folder: string, kilobytes: number): Mounted | undefined {
  return mounted(folder, ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
}

/**
 * What is in one folder, at another one, which is made; undefined where this user may mount
 * nothing.
 */
export function mountFolder(source: string, folder: string): Mounted | undefined {
  return mounted(folder, ['--bind', source, folder])
}

function mounted(folder: string, args: readonly string[]): Mounted | undefined {
  mkdirSync(folder, { recursive: true })
  if (!run('mount', args)) return undefined
  return {
    unmount: () => run('umount', ['-l', folder]),
    makeReadOnly: () => run('mount', ['-o', args.includes('--bind') ? 'remount,bind,ro' : 'remount,ro', folder]),
  }
}

function run(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
