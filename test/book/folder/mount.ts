import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Something mounted at a folder. Unmounting works even while files in it are open, like pulling out
 * a disk.
 */
export interface Mounted {
  unmount(): void
  /** Makes it read-only for every user. */
  makeReadOnly(): void
}

/**
 * True if this user may mount here. Tests that need it are otherwise skipped
 * (`tools/allowed-skips.json`).
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
 * Creates a folder and mounts a disk of that many kilobytes there; undefined if this user may not
 * mount.
 */
export function mountSmallDisk(folder: string, kilobytes: number): Mounted | undefined {
  return mounted(folder, ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
}

/** Creates a folder and mounts the folder `source` there; undefined if this user may not mount. */
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
