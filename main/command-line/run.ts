import type { Call } from './command-line.ts'
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
}

/** Carries out a command, and gives back the code to end with. */
export function run(context: Context): Promise<Exit> {
  return COMMANDS[context.call.command](context)
}

/**
 * Whether a command, when it is stopped, has something to put away first. All others end at once,
 * and leave nothing half-done.
 */
export function endsByItself({ command }: Call): boolean {
  return command === 'export' || command === 'statement' || command === 'year'
}

/** Whether a command draws pages, which takes more of Electron than its Node. */
export function drawsPages({ command, options }: Call): boolean {
  return command === 'statement' || (command === 'year' && options['statements'] !== 'none')
}
