import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process that holds a book, as its lock file records it. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** The system it runs on, as Node names it; missing in locks of earlier versions. */
  readonly platform?: string
  /** The moment it took the lock (ISO 8601, UTC). */
  readonly since: string
  /** Tells the process from a later one with the same pid; null if the system does not say. */
  readonly bornAt: string | null
}

/**
 * Tells a running process from a later one with the same pid: null if the system does not say,
 * undefined if the process has ended.
 */
export type BirthOf = (pid: number) => string | null | undefined

/** On Linux the boot id and the tick at which the process started; null on other systems. */
export const birthOf: BirthOf = pid => {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may contain spaces. After it the state is the first field, and the
    // start time the 20th.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    const isDead = fields[0] === 'Z' || fields[0] === 'X'
    return isDead || fields[19] === undefined ? undefined : `${boot}/${fields[19]}`
  } catch {
    // No such system, or a process that it hides from this person.
    return isRunning(pid) ? null : undefined
  }
}

/** The holder that this process is. */
export function thisProcess(now: Date, birth: BirthOf = birthOf): Holder {
  const { pid, platform } = process
  return { pid, host: hostname(), platform, since: now.toISOString(), bornAt: birth(pid) ?? null }
}

/**
 * True if a holder runs where this process can look: on this computer, under the same system (a
 * Linux inside Windows shares its name, but not its processes).
 */
export function isNear({ host, platform = process.platform }: Holder): boolean {
  return host === hostname() && platform === process.platform
}

/**
 * True if a holder may still be running. One elsewhere cannot be checked and counts as alive. No
 * clock is asked: clocks are set, and a book that is open must never count as abandoned.
 */
export function isAlive(holder: Holder, birth: BirthOf = birthOf): boolean {
  if (!isNear(holder)) return true
  if (!isRunning(holder.pid)) return false
  const bornAt = birth(holder.pid)
  if (bornAt === undefined) return false
  return bornAt === null || holder.bornAt === null || bornAt === holder.bornAt
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    // Not permitted to signal it: it exists, and belongs to another user.
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
