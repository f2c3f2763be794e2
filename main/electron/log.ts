import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node'

/**
 * The log of a session, to find bugs with. Only these events are logged, and none has room for an
 * amount, a name or a text of the book.
 */
export interface SessionLog {
  /** The app started: version and system. */
  started(version: string): void
  /**
   * A call was answered; `type` only if it names a command or query of ours. Successful queries are
   * not logged.
   */
  answered(channel: string, type: string | undefined, code: string | undefined): void
  /** The page's process ended; `reason` is one of Chromium's own words. */
  crashed(reason: string): void
  /** A page asked for a permission, named as Chromium names it, and was refused. */
  refused(permission: string): void
  /**
   * A failure of ours: the place, and the kind and stack of the error, never its message, which may
   * quote the book.
   */
  failed(where: string, problem: unknown): void
}

const FILE = 'escrowbook.log'
const MAX_BYTES = 1_000_000

/**
 * Opens the log in a folder, readable by its owner only. One older file is kept next to it. If
 * there is anything but a file in its place, nothing is logged.
 */
export function openLog(folder: string): SessionLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { file, console: terminal, ...others } = log.transports
  file.resolvePathFn = () => join(folder, FILE)
  file.maxSize = MAX_BYTES
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = '{iso} {level} {text}'
  if (!isFreeFor(join(folder, FILE))) file.level = false
  terminal.level = 'warn'
  terminal.format = '{text}'
  // Log to the file only: not to another process, not to a server.
  for (const other of Object.values(others)) if (other) other.level = false
  return {
    started: version =>
      log.info(
        `Escrowbook ${version}, Electron ${process.versions['electron'] ?? 'none'}, ${process.platform} ${process.arch}`,
      ),
    answered: (channel, type, code) => {
      if (code !== undefined) log.info(`${channel} ${type ?? 'unknown'}: ${code}`)
      else if (channel === 'execute') log.info(`${channel} ${type}: done`)
    },
    crashed: reason => log.error(`page: ${reason}`),
    refused: permission => log.info(`permission ${permission}: refused`),
    failed: (where, problem) => log.error(`${where}: ${kindAndPlace(problem)}`),
  }
}

/** True if the log can be written there, following no link and waiting for no pipe. */
function isFreeFor(path: string): boolean {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there === undefined) return true
  if (there.isFile() && process.platform !== 'win32') chmodSync(path, 0o600)
  return there.isFile()
}

/** An error without its message and without this computer's folders. */
function kindAndPlace(problem: unknown): string {
  if (!(problem instanceof Error)) return `threw a ${typeof problem}`
  const code =
    'code' in problem && typeof problem.code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(problem.code)
      ? ` ${problem.code}`
      : ''
  const { stack = '', message } = problem
  // Remove the message first: one of its lines could pass for a stack frame.
  const trace = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  const frames = trace
    .split('\n')
    .flatMap(
      line =>
        /^ {4}at (?:([\w.$<> ]+) \()?.*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.slice(1).filter(Boolean).join(' ') ?? [],
    )
  return [`${problem.constructor.name}${code}`, ...frames.map(frame => `  at ${frame}`)].join('\n')
}
