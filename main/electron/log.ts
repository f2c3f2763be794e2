import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node'

/**
 * What is written down about a session, to find a bug by. Only these may be said, and none has room
 * for an amount, a name or a text of the book.
 */
export interface SessionLog {
  /** The app started, as this version on this system. */
  started(version: string): void
  /**
   * A call was answered; `type` only where it is the name of a command or query of ours. Queries
   * that succeed are not worth a line.
   */
  answered(channel: string, type: string | undefined, code: string | undefined): void
  /** The page's process ended; `reason` is one of Chromium's own words. */
  crashed(reason: string): void
  /** A page asked for a permission, by Chromium's own name, and was refused it. */
  refused(permission: string): void
  /**
   * Something of ours failed: where, and the error's kind and place in the code, never its message,
   * which may quote the book.
   */
  failed(where: string, problem: unknown): void
}

const FILE = 'escrowbook.log'
const MAX_BYTES = 1_000_000

/** Opens the log in a folder, for its owner only. One older file is kept beside it. */
export function openLog(folder: string): SessionLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { file, console: terminal, ...others } = log.transports
  file.resolvePathFn = () => join(folder, FILE)
  file.maxSize = MAX_BYTES
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = '{iso} {level} {text}'
  terminal.level = 'warn'
  terminal.format = '{text}'
  // Nothing is handed on: not to another process, and not to a server.
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

/** An error without its message and without the folders of this computer. */
function kindAndPlace(problem: unknown): string {
  if (!(problem instanceof Error)) return `threw a ${typeof problem}`
  const code =
    'code' in problem && typeof problem.code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(problem.code)
      ? ` ${problem.code}`
      : ''
  const { stack = '', message } = problem
  // The message goes first: a line of it could pass for a frame.
  const trace = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  const frames = trace
    .split('\n')
    .flatMap(
      line =>
        /^ {4}at (?:([\w.$<> ]+) \()?.*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.slice(1).filter(Boolean).join(' ') ?? [],
    )
  return [`${problem.constructor.name}${code}`, ...frames.map(frame => `  at ${frame}`)].join('\n')
}
