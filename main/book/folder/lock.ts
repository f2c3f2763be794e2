import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Refused, storeRefused } from '../faults/store-refusal.ts'
import {
  type Claim,
  create,
  highestIn,
  numbersIn,
  pathOf,
  read,
  removeUnfinished,
  tokenIn,
  withdraw,
} from './lock-file.ts'
import { type Hold, LOCK_SYSTEM, type LockSystem } from './lock-system.ts'
import { type Holder, isAlive, isNear, thisProcess } from './process-holder.ts'

const ATTEMPTS = 50
/** The file that the system keeps for the holder, where it can. */
const HELD = 'lock.held'
/** The time for which another process may have that file unnamed: a virus scanner, or a start. */
const HELD_BY_NOBODY_MS = 2_000
/** The attempts at a file that may not be opened: Windows says so of one being removed. */
const FORBIDDEN_ATTEMPTS = 3
const BETWEEN_HOLDS_MS = 40

/** The exclusive right to write a book, until it is released. */
export interface Lock {
  release(): void
}

/** A lock that is being taken: its claim, and what decides if another one still holds. */
interface Taking {
  readonly folder: string
  readonly claim: Claim
  readonly system: LockSystem
  /** True if the system keeps the folder for this process: no other one near has it. */
  readonly isHeld: boolean
}

/**
 * Takes the exclusive right to write the book in a folder. Refuses with `book-locked`, naming the
 * holder. Throws if the folder cannot be written.
 *
 * Windows and macOS keep a file for the holder, and free it when the process ends, however it ends.
 * The lock that people and other computers can read is a file `lock.N` that names its holder. A
 * stale one is not removed first: every process that finds it tries to create `lock.N+1`, and only
 * one succeeds. That one has won if afterwards there is no higher lock, no lower lock is held, and
 * the stale lock is still there (otherwise another process won and finished in the meantime). Only
 * the winner removes the lower locks.
 */
export async function takeLock(
  folder: string,
  now: Date,
  system: LockSystem = LOCK_SYSTEM,
): Promise<({ readonly ok: true } & Lock) | Refused> {
  const hold = await holdFolder(folder, system)
  if (hold === 'taken') {
    const highest = highestIn(folder)
    return lockedBy(folder, highest, (highest === 0 ? undefined : read(folder, highest)) ?? 'unknown')
  }
  const claim: Claim = { ...thisProcess(now, system.birthOf), token: randomUUID() }
  try {
    const taken = await takeNumber({ folder, claim, system, isHeld: hold !== undefined })
    if (typeof taken !== 'number') {
      hold?.release()
      return taken
    }
    return {
      ok: true,
      release: () => {
        try {
          withdraw(folder, taken, claim)
        } finally {
          hold?.release()
        }
      },
    }
  } catch (problem) {
    hold?.release()
    throw problem
  }
}

/**
 * Has the system keep the folder for this process; `taken` if another one near has it, undefined if
 * the system cannot.
 */
async function holdFolder(folder: string, system: LockSystem): Promise<Hold | 'taken' | undefined> {
  const until = performance.now() + HELD_BY_NOBODY_MS
  for (let attempt = 1; ; attempt++) {
    try {
      const hold = system.hold(join(folder, HELD))
      if (hold !== 'taken') return hold
      const highest = highestIn(folder)
      const holder = highest === 0 ? undefined : read(folder, highest)
      const isNamed = holder !== undefined && holder !== 'unknown' && isAlive(holder, system.birthOf)
      if (isNamed || performance.now() > until) return 'taken'
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException
      if ((code !== 'EPERM' && code !== 'EACCES') || attempt === FORBIDDEN_ATTEMPTS) throw problem
    }
    await wait(BETWEEN_HOLDS_MS)
  }
}

/** Creates the readable lock, and returns its number; refuses with `book-locked`. */
async function takeNumber(taking: Taking): Promise<number | Refused> {
  const { folder } = taking
  for (let attempt = 1; ; attempt++) {
    const highest = highestIn(folder)
    const holder = highest === 0 ? undefined : read(folder, highest)
    if (holder !== undefined && (holder === 'unknown' || mayWrite(holder, taking)))
      return lockedBy(folder, highest, holder)
    if (claimNumber(taking, highest, holder?.token)) return highest + 1
    if (attempt === ATTEMPTS) return lockedBy(folder, highest, 'unknown')
    await wait(Math.random() * 10 * attempt)
  }
}

/** True if a holder may still write: what the system keeps for this process, no other near has. */
function mayWrite(holder: Holder, { system, isHeld }: Taking): boolean {
  return isHeld ? !isNear(holder) : isAlive(holder, system.birthOf)
}

/**
 * The process that may write the book in a folder now; undefined if there is none. Throws if the
 * folder cannot be read.
 */
export function holderOf(folder: string, system: LockSystem = LOCK_SYSTEM): Holder | 'unknown' | undefined {
  const highest = highestIn(folder)
  const holder = highest === 0 ? undefined : read(folder, highest)
  const isHeld = system.isHeld(join(folder, HELD))
  if (holder === undefined) return isHeld === true ? 'unknown' : undefined
  if (holder === 'unknown' || !isNear(holder)) return holder
  return (isHeld ?? isAlive(holder, system.birthOf)) ? holder : undefined
}

function claimNumber(taking: Taking, stale: number, staleToken: string | undefined): boolean {
  const { folder, claim } = taking
  const own = stale + 1
  if (!create(folder, own, claim)) return false
  const others = numbersIn(folder).filter(number => number !== own)
  const stillStale = stale === 0 || tokenIn(folder, stale) === staleToken
  if (
    !stillStale ||
    others.some(number => number > own || isInUse(number, taking)) ||
    tokenIn(folder, own) !== claim.token
  ) {
    withdraw(folder, own, claim)
    return false
  }
  // Only the locks examined above. A lock created since then belongs to a process that will find
  // that it lost and remove its own file. If that were gone, it might remove the file of the next
  // winner, which has the same number.
  for (const number of others) rmSync(pathOf(folder, number), { force: true })
  removeUnfinished(folder)
  return true
}

function isInUse(number: number, taking: Taking): boolean {
  const holder = read(taking.folder, number)
  return holder === 'unknown' || (holder !== undefined && mayWrite(holder, taking))
}

function lockedBy(folder: string, number: number, holder: Holder | 'unknown'): Refused {
  const file = number === 0 ? join(folder, HELD) : pathOf(folder, number)
  if (holder === 'unknown') return storeRefused('book-locked', { file }, { variant: 'unknown' })
  const { pid, host, since } = holder
  // A holder here is known to live: its file is nothing to delete.
  return storeRefused('book-locked', { pid: String(pid), host, since, file }, isNear(holder) ? { variant: 'near' } : {})
}
