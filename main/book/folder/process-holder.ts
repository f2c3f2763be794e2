import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

/**
 * A process that holds a book, as it writes itself down. `bornAt`: what tells it from a later
 * process of the same number, where the system says.
 */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** The moment it took the book (ISO 8601, UTC). */
  readonly since: string
  readonly bornAt: string | null
}

/** This process. */
export function thisProcess(now: Date): Holder {
  return { pid: process.pid, host: hostname(), since: now.toISOString(), bornAt: birthOf(process.pid) }
}

/**
 * Whether a holder may still be running. One on another computer cannot be asked, so it counts as
 * alive.
 */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  if (!isRunning(holder.pid)) return false
  if (holder.bornAt !== null) return birthOf(holder.pid) === holder.bornAt
  // Elsewhere numbers begin anew when the computer does: one written down before that is another
  // process's. A minute for clocks that were set.
  return Date.parse(holder.since) > Date.now() - uptime() * 1_000 - 60_000
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    // Not allowed to signal it: it is there, and someone else's.
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * On Linux the start of the computer and the tick at which the process started; null elsewhere, and
 * for one that has ended and was not waited for yet.
 */
function birthOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; the state comes first after it, and the start time
    // is the 20th field.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    const isDead = fields[0] === 'Z' || fields[0] === 'X'
    return isDead || fields[19] === undefined ? null : `${boot}/${fields[19]}`
  } catch {
    return null
  }
}
