import { PassThrough } from 'node:stream'
import { readCommandLine } from '../../main/command-line/command-line.ts'
import { run } from '../../main/command-line/run.ts'
import type { Surroundings } from '../../main/command-line/surroundings.ts'
import { Terminal } from '../../main/command-line/terminal.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'

/** Today, for these commands. */
export const TODAY = '2026-03-31' as IsoDate

/** The end of a command: its exit code, and what it wrote to each stream. */
export interface Ended {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command line in a folder; `around` replaces parts of its surroundings. It renders no
 * pages, which takes Electron.
 */
export async function give(cwd: string, given: readonly string[], around: Partial<Surroundings> = {}): Promise<Ended> {
  const asked = readCommandLine(given, '0.0.0')
  if (asked.kind !== 'call') throw new Error(`not understood: ${JSON.stringify(asked)}`)
  const [stdout, stderr] = [collected(), collected()]
  const terminal = new Terminal({ stdout: stdout.stream, stderr: stderr.stream }, asked.call.options['json'] === true)
  const exit = await run({ call: asked.call, terminal, around: { ...surroundings(cwd), ...around } })
  await terminal.flush()
  return { exit, stdout: stdout.text(), stderr: stderr.text() }
}

function surroundings(cwd: string): Surroundings {
  return {
    cwd,
    locale: 'en',
    worker: undefined,
    signal: new AbortController().signal,
    today: () => TODAY,
    now: () => new Date(`${TODAY}T12:00:00Z`),
    bookFolder: named => {
      if (named === undefined) throw new Error('name the book')
      return named
    },
    readInput: async () => new Uint8Array(),
    keptColumns: async () => () => undefined,
    printer: async () => {
      throw new Error('no pages are drawn here')
    },
  }
}

function collected(): { readonly stream: NodeJS.WriteStream; text(): string } {
  const pieces: Buffer[] = []
  const stream = new PassThrough()
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => Buffer.concat(pieces).toString('utf8') }
}
