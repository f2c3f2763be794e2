import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, lstatSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Refused, storeRefused } from '../faults/store-refusal.ts'
import { createNew, writeAll } from './disk.ts'
import { type Holder, isAlive, thisProcess } from './process-holder.ts'

/** The name of a lock file, with its number. */
const NAME = /^lock\.(\d+)$/
const TEMPORARY = /^lock\.[0-9a-f-]{36}\.tmp$/
/**
 * A lock file without readable content counts as being written for this long. Only file systems
 * without hard links need it.
 */
const BEING_WRITTEN_MS = 10_000
const ATTEMPTS = 50

interface Claim extends Holder {
  readonly token: string
}

/** The exclusive right to write a book, until it is released. */
export interface Lock {
  release(): void
}

/**
 * Takes the exclusive right to write the book in a folder. Refuses with `book-locked`, naming the
 * holder. Throws if the folder cannot be written.
 *
 * The lock is a file `lock.N` that names its holder. A stale lock is not removed first: every
 * process that finds it tries to create `lock.N+1`, and only one succeeds. That one has won if
 * afterwards there is no higher lock, no lower lock is held, and the stale lock is still there
 * (otherwise another process won and finished in the meantime). Only the winner removes the lower
 * locks.
 */
export async function takeLock(folder: string, now: Date): Promise<({ readonly ok: true } & Lock) | Refused> {
  const claim: Claim = { ...thisProcess(now), token: randomUUID() }
  for (let attempt = 1; ; attempt++) {
    const highest = highestIn(folder)
    const holder = highest === 0 ? undefined : read(folder, highest)
    if (holder !== undefined && (holder === 'unknown' || isAlive(holder))) return lockedBy(folder, highest, holder)
    const outcome = claimNumber(folder, highest, holder?.token, claim)
    if (outcome) return { ok: true, release: () => withdraw(folder, highest + 1, claim) }
    if (attempt === ATTEMPTS) return lockedBy(folder, highest, 'unknown')
    await wait(Math.random() * 10 * attempt)
  }
}

/**
 * The process that may write the book in a folder now; undefined if there is none. Throws if the
 * folder cannot be read.
 */
export function holderOf(folder: string): Holder | 'unknown' | undefined {
  const highest = highestIn(folder)
  const holder = highest === 0 ? undefined : read(folder, highest)
  return holder === undefined || holder === 'unknown' || isAlive(holder) ? holder : undefined
}

function claimNumber(folder: string, stale: number, staleToken: string | undefined, claim: Claim): boolean {
  const own = stale + 1
  if (!create(folder, own, claim)) return false
  const others = numbersIn(folder).filter(number => number !== own)
  const stillStale = stale === 0 || tokenIn(folder, stale) === staleToken
  if (
    !stillStale ||
    others.some(number => number > own || isHeld(folder, number)) ||
    tokenIn(folder, own) !== claim.token
  ) {
    withdraw(folder, own, claim)
    return false
  }
  // Only the locks examined above. A lock created since then belongs to a process that will find
  // that it lost and remove its own file. If that were gone, it might remove the file of the next
  // winner, which has the same number.
  for (const number of others) rmSync(pathOf(folder, number), { force: true })
  for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true })
  return true
}

function isHeld(folder: string, number: number): boolean {
  const holder = read(folder, number)
  return holder === 'unknown' || (holder !== undefined && isAlive(holder))
}

/** Creates the lock file with its content in one step; false if it exists already. */
function create(folder: string, number: number, claim: Claim): boolean {
  const path = pathOf(folder, number)
  const temporary = join(folder, `lock.${claim.token}.tmp`)
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

function withdraw(folder: string, number: number, claim: Claim): void {
  if (tokenIn(folder, number) === claim.token) unlinkSync(pathOf(folder, number))
}

const pathOf = (folder: string, number: number): string => join(folder, `lock.${number}`)

function numbersIn(folder: string): number[] {
  return readdirSync(folder).flatMap(name => {
    const number = NAME.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

const highestIn = (folder: string): number => Math.max(0, ...numbersIn(folder))

function tokenIn(folder: string, number: number): string | undefined {
  const claim = read(folder, number)
  return claim === 'unknown' ? undefined : claim?.token
}

/**
 * The claim in a lock file; `unknown` if it may still be being written or belongs to another user;
 * undefined if it is gone, or old and unreadable.
 */
function read(folder: string, number: number): Claim | 'unknown' | undefined {
  const path = pathOf(folder, number)
  try {
    const claim: unknown = JSON.parse(readFileSync(path, 'utf8'))
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
  const { pid, host, since, token, bornAt } = value as Record<string, unknown>
  return (
    typeof pid === 'number' &&
    typeof host === 'string' &&
    typeof since === 'string' &&
    typeof token === 'string' &&
    (bornAt === null || typeof bornAt === 'string')
  )
}

function lockedBy(folder: string, number: number, holder: Holder | 'unknown'): Refused {
  const file = pathOf(folder, number)
  if (holder === 'unknown') return storeRefused('book-locked', { file }, { variant: 'unknown' })
  const { pid, host, since } = holder
  return storeRefused('book-locked', { pid: String(pid), host, since, file })
}
