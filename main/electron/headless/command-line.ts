import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { app } from 'electron'
import { statementShape } from '../../../shared/reconcile/statement.ts'
import { say } from '../../../shared/words/say.ts'
import { answerError } from '../../answers/refusal-answer.ts'
import { refusalOfProblem } from '../../answers/refusal-of-problem.ts'
import { clearUnfinished, noteUnfinishedIn } from '../../book/folder/unfinished.ts'
import type { Call, ParsedCommandLine } from '../../command-line/command-line.ts'
import { EXIT, type Exit } from '../../command-line/exit.ts'
import { drawsPages, endsByItself, run } from '../../command-line/run.ts'
import type { Surroundings } from '../../command-line/surroundings.ts'
import { Terminal } from '../../command-line/terminal.ts'
import { chosenBookFolder } from '../place/book-folder.ts'
import { PreferenceFile } from '../preferences.ts'
import { END_SIGNALS } from '../signals.ts'
import { calendar } from '../today.ts'
import { type PageFiles, PagesWithoutWindow } from './pages-without-window.ts'
import { dataOfPages, inProcessWithPages } from './process-with-pages.ts'

/** The files built next to the main module. */
export interface Built extends PageFiles {
  readonly worker: URL
}

/**
 * Answers a command line that asked for no window, and ends the process with its exit code.
 * Resolves when that is done or, in the process that renders pages, when it is under way, since
 * that one waits for Electron to be ready. Everything else ends before Electron looks for a screen
 * or creates its data folder.
 */
export async function answerOnTerminal(
  asked: Exclude<ParsedCommandLine, { kind: 'window' }>,
  built: Built,
): Promise<void> {
  noteUnfinishedIn(join(userData(), 'unfinished'))
  if (asked.kind === 'call' && endsByItself(asked.call)) await clearUnfinished()
  if (asked.kind !== 'call' || !drawsPages(asked.call)) return leave(await answer(asked, built).catch(failed))
  const data = dataOfPages()
  if (data === undefined) return leave(await inProcessWithPages().catch(failed))
  const pages = new PagesWithoutWindow(built, data)
  void app
    .whenReady()
    .then(() => answer(asked, built, pages))
    .catch(failed)
    .then(leave)
}

/** Writes to stderr why the window cannot be opened, and ends the process as refused. */
export function refuseOnTerminal(message: string): void {
  console.error(say('terminal.refused', { message }))
  process.exit(EXIT.refused)
}

async function answer(
  asked: Exclude<ParsedCommandLine, { kind: 'window' }>,
  built: Built,
  pages?: PagesWithoutWindow,
): Promise<Exit> {
  const json = asked.kind === 'call' ? asked.call.options['json'] === true : asked.kind === 'wrong-use' && asked.json
  const terminal = new Terminal(process, json)
  const exit = await exitOf(asked, terminal, built, pages)
  await terminal.flush()
  return exit
}

async function exitOf(
  asked: Exclude<ParsedCommandLine, { kind: 'window' }>,
  terminal: Terminal,
  built: Built,
  pages: PagesWithoutWindow | undefined,
): Promise<Exit> {
  if (asked.kind === 'text') {
    await terminal.write(`${asked.text}\n`)
    return EXIT.fine
  }
  if (asked.kind === 'wrong-use') {
    const { message, hint } = asked
    return terminal.refuse({ code: 'bad-input', message: `${message} ${hint}`, hint }, EXIT.wrongUse)
  }
  try {
    return await run({ call: asked.call, terminal, around: surroundings(built, pages, stopSignal(asked.call)) })
  } catch (problem) {
    const refusal = refusalOfProblem(problem)
    // A bug in Escrowbook: whoever reports it needs the stack.
    if (refusal === undefined) console.error(problem)
    return terminal.refuse(answerError(refusal ?? { code: 'internal', params: {} }, { locale: locale(), decimals: 2 }))
  }
}

/**
 * Returns a signal that aborts when the person stops a command that has work to clean up; a second
 * stop ends the process at once.
 */
function stopSignal(call: Call): AbortSignal {
  const stop = new AbortController()
  if (endsByItself(call)) for (const signal of END_SIGNALS) process.once(signal, () => stop.abort())
  return stop.signal
}

function surroundings(built: Built, pages: PagesWithoutWindow | undefined, signal: AbortSignal): Surroundings {
  const today = calendar(process.env['ESCROWBOOK_TODAY'])
  return {
    cwd: process.cwd(),
    locale: locale(),
    worker: built.worker,
    signal,
    today,
    now: () => new Date(),
    bookFolder: named => {
      const argv = named === undefined ? [] : [`--book=${named}`]
      return chosenBookFolder({ argv, env: process.env, cwd: process.cwd(), userData: userData() })
    },
    readInput: () => buffer(process.stdin),
    keptColumns: async () => {
      const { statementColumns } = PreferenceFile.open(join(userData(), 'preferences.json')).get()
      return header => statementColumns[statementShape(header)]
    },
    printer: async book => {
      if (pages === undefined) throw new Error('this command draws no pages')
      return pages.printer({ book, locale: locale(), today })
    },
  }
}

/**
 * The userData of the app, without creating it: Electron creates the folder when asked, and reading
 * should leave nothing behind.
 */
function userData(): string {
  return app.commandLine.getSwitchValue('user-data-dir') || join(app.getPath('appData'), app.getName())
}

/**
 * The locale of figures and days: `--lang`, else the system's. Electron knows it only once it is
 * ready.
 */
function locale(): string {
  const asked = app.commandLine.getSwitchValue('lang')
  const usable = asked === '' ? undefined : Intl.NumberFormat.supportedLocalesOf(asked)[0]
  return usable ?? Intl.NumberFormat().resolvedOptions().locale
}

function failed(problem: unknown): Exit {
  console.error(problem)
  return EXIT.refused
}

function leave(exit: Exit): void {
  // Before Electron is ready, its own exit would wait for a start that is no longer wanted.
  if (app.isReady()) app.exit(exit)
  else process.exit(exit)
}
