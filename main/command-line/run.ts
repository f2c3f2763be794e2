import { close } from './close.ts'
import type { Call } from './command-line.ts'
import { correct } from './correct.ts'
import type { Exit } from './exit.ts'
import { exportBook } from './export.ts'
import type { CommandName } from './forms.ts'
import { importFile } from './import.ts'
import { report } from './report.ts'
import { statement } from './statement.ts'
import type { Context } from './surroundings.ts'
import { verify } from './verify.ts'
import { year } from './year.ts'

const COMMANDS: Readonly<Record<CommandName, (context: Context) => Promise<Exit>>> = {
  verify,
  export: exportBook,
  import: importFile,
  report,
  statement,
  year,
  correct,
  close,
}

/** Runs a command, and returns its exit code. */
export function run(context: Context): Promise<Exit> {
  return COMMANDS[context.call.command](context)
}

/**
 * True for a command that must clean up when it is stopped. All others exit at once and leave
 * nothing half done.
 */
export function endsByItself({ command }: Call): boolean {
  return command === 'export' || command === 'statement' || command === 'year'
}

/** True for a command that renders pages, which needs more of Electron than Node. */
export function drawsPages({ command, options }: Call): boolean {
  return command === 'statement' || (command === 'year' && options['statements'] !== 'none')
}
