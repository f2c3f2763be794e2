import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, lstatSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Refused, storeRefused } from '../faults/store-refusal.ts'
import { createNew, writeAll } from './disk.ts'
import { type Holder, isAlive, thisProcess } from './process-holder.ts'

/** A lock file's number. */
const NAME = /^lock\.(\d+)$/
const TEMPORARY = /^lock\.[0-9a-f-]{36}\.tmp$/
/**
 * How long a lock file without readable content may be one that is just being written (only where
 * the file system has no links).
 */
const BEING_WRITTEN_MS = 10_000
const ATTEMPTS = 50

interface Claim extends Holder {
  readonly token: string
}

/** The right to write a book, until it is released. */
export interface Lock {
  release(): void
}

/**
 * Takes the one right to write the book in a folder. Refuses with `book-locked`, naming the holder.
 * Throws where the folder cannot be written.
 *
 * The lock is a file `lock.N` that names its holder. A stale one is never taken away first: of many
 * that find it, each tries to make `lock.N+1`, which only one can; it has won if then no higher one
 * is there, no lower one is held, and the stale one still is (else someone else had won and gone in
 * the meantime). Only then are lower ones removed.
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
 * Who has the right to write the book in a folder now; undefined where nobody has. Throws where the
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
  // No other than was looked at: one that came since is of a process that will find it has not won,
  // and must find its own file there to remove. Where that was gone, it could be the next winner's
  // by the same number that it removes.
  for (const number of others) rmSync(pathOf(folder, number), { force: true })
  for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true })
  return true
}

function isHeld(folder: string, number: number): boolean {
  const holder = read(folder, number)
  return holder === 'unknown' || (holder !== undefined && isAlive(holder))
}

/** Makes the lock file with its content in one step; false where it is there already. */
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
    // A winner that tidies up may have removed the temporary file: that one has the book.
    if (code === 'ENOENT') return false
    return createInPlace(path, claim)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** For file systems without links. */
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
 * The claim in a lock file; `unknown` where it may be in the making or is another person's;
 * undefined where it is gone, or old and holds none.
 */
function read(folder: string, number: number): Claim | 'unknown' | undefined {
  const path = pathOf(folder, number)
  try {
    const claim: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isClaim(claim)) return claim
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    // Another person's: it says nothing, but it may well be held.
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
