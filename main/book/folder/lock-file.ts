import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, lstatSync, readdirSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createNew, writeAll } from './disk.ts'
import { readOwn } from './own-file.ts'
import type { Holder } from './process-holder.ts'

/** The name of a lock file, with its number. */
const NAME = /^lock\.(\d+)$/
const TEMPORARY = /^lock\.[0-9a-f-]{36}\.tmp$/
/**
 * A lock file without readable content counts as being written for this long. Only file systems
 * without hard links need it.
 */
const BEING_WRITTEN_MS = 10_000

/** The content of a lock file. The token tells it from the next one with the same number. */
export interface Claim extends Holder {
  readonly token: string
}

/** Creates the lock file with its content in one step; false if it exists already. */
export function create(folder: string, number: number, claim: Claim): boolean {
  const path = pathOf(folder, number)
  // A name of its own for each attempt: Windows may still be removing the last one.
  const temporary = join(folder, `lock.${randomUUID()}.tmp`)
  write(temporary, claim)
  try {
    linkSync(temporary, path)
    return true
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A winner cleaning up may have removed the temporary file; that process has the book.
    if (code === 'ENOENT') return false
    return createInPlace(path, claim)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Creates the lock file on a file system without hard links. */
function createInPlace(path: string, claim: Claim): boolean {
  try {
    write(path, claim)
    return true
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw problem
  }
}

function write(path: string, claim: Claim): void {
  const file = createNew(path)
  try {
    writeAll(file, Buffer.from(`${JSON.stringify(claim)}\n`))
  } finally {
    closeSync(file)
  }
}

/** Removes the lock file with a number, if it is still this claim’s. */
export function withdraw(folder: string, number: number, claim: Claim): void {
  if (tokenIn(folder, number) === claim.token) unlinkSync(pathOf(folder, number))
}

/** The path of the lock file with a number. */
export const pathOf = (folder: string, number: number): string => join(folder, `lock.${number}`)

/** The numbers of the lock files in a folder. */
export function numbersIn(folder: string): number[] {
  return readdirSync(folder).flatMap(name => {
    const number = NAME.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

/** The highest number of a lock file in a folder; 0 if there is none. */
export const highestIn = (folder: string): number => Math.max(0, ...numbersIn(folder))

/** The token in the lock file with a number; undefined if it is gone or cannot be read. */
export function tokenIn(folder: string, number: number): string | undefined {
  const claim = read(folder, number)
  return claim === 'unknown' ? undefined : claim?.token
}

/**
 * The claim in a lock file; `unknown` if it may still be being written or belongs to another user;
 * undefined if it is gone, or old and unreadable.
 */
export function read(folder: string, number: number): Claim | 'unknown' | undefined {
  const path = pathOf(folder, number)
  try {
    const claim: unknown = JSON.parse(readOwn(path))
    if (isClaim(claim)) return claim
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    // Another user's: it cannot be read, but may well be held.
    if (code === 'EACCES' || code === 'EPERM') return 'unknown'
  }
  const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.abs(age) < BEING_WRITTEN_MS ? 'unknown' : undefined
}

function isClaim(value: unknown): value is Claim {
  if (typeof value !== 'object' || value === null) return false
  const { pid, host, platform, since, token, bornAt } = value as Record<string, unknown>
  return (
    typeof pid === 'number' &&
    typeof host === 'string' &&
    (platform === undefined || typeof platform === 'string') &&
    typeof since === 'string' &&
    typeof token === 'string' &&
    (bornAt === null || typeof bornAt === 'string')
  )
}

/** Removes the temporary files of claims that were not finished. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true })
}
