import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

/** A process that holds a book, as its lock file records it. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** The moment it took the lock (ISO 8601, UTC). */
  readonly since: string
  /** Tells the process from a later one with the same pid; null if the system does not say. */
  readonly bornAt: string | null
}

/** The holder that this process is. */
export function thisProcess(now: Date): Holder {
  return { pid: process.pid, host: hostname(), since: now.toISOString(), bornAt: birthOf(process.pid) }
}

/**
 * True if a holder may still be running. A process on another computer cannot be checked and counts
 * as alive.
 */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  if (!isRunning(holder.pid)) return false
  if (holder.bornAt !== null) return birthOf(holder.pid) === holder.bornAt
  // Pids start over when the computer does: one recorded before that belongs to another process
  // now. A minute of tolerance for clocks that were adjusted.
  return Date.parse(holder.since) > Date.now() - uptime() * 1_000 - 60_000
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

/**
 * On Linux the boot id and the tick at which the process started; null on other systems, and for a
 * process that is gone or a zombie.
 */
function birthOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may contain spaces. After it the state is the first field, and the
    // start time the 20th.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    const isDead = fields[0] === 'Z' || fields[0] === 'X'
    return isDead || fields[19] === undefined ? null : `${boot}/${fields[19]}`
  } catch {
    return null
  }
}
