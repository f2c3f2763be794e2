import { mkdir } from 'node:fs/promises'
import { type BrowserWindow, dialog, nativeTheme } from 'electron'
import type { AppCommandValues } from '../../../shared/api/app-commands.ts'
import { writeDays } from '../../../shared/words/language.ts'
import { bookAnswer, type OpenBook } from '../../answers/book-answer.ts'
import { bookName } from '../../answers/book-name.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import { applyStatement } from '../../reconcile/apply.ts'
import type { Statements } from '../../reconcile/statements.ts'
import { ensureSampleBook } from '../../sample/sample-book.ts'
import type { Formats } from '../formats.ts'
import type { HostCommand } from '../ipc/context.ts'
import { push } from '../ipc/push.ts'
import { stopJob } from '../jobs.ts'
import { launchBook } from '../place/launch.ts'
import { refusalInProgram } from '../place/program-file.ts'
import type { PreferenceFile } from '../preferences.ts'
import { moveBook } from './move-book.ts'
import { printTo } from './print-statement.ts'
import { checkChosenExport, restoreExport } from './restore-export.ts'
import { saveAs } from './save-export.ts'
import { saveYearAs } from './save-year.ts'
import type { Printer } from './statement-printer.ts'

/** Everything the commands of the app work on. */
export interface AppContext extends OpenBook {
  readonly window: BrowserWindow
  readonly preferences: PreferenceFile
  readonly sampleFolder: string
  /** The userData that all books share. */
  readonly sharedData: string
  readonly formats: Formats
  readonly printer: Printer
  readonly statements: Statements
}

/**
 * Carries out a command of the app: preferences, backups, opening another book or the sample,
 * exports, statements, a year. Refuses what the store refuses, and with `cancelled` if the person
 * cancels the file dialog.
 */
export async function carryOut(
  context: AppContext,
  command: HostCommand,
): Promise<Outcome<AppCommandValues[HostCommand['type']]>> {
  switch (command.type) {
    case 'set-preference': {
      const { type: _, ...change } = command
      const unkept = context.preferences.set(change)
      if (unkept !== undefined) return unkept
      if (change.theme !== undefined) nativeTheme.themeSource = change.theme
      if (change.numberFormat !== undefined || change.dateFormat !== undefined) {
        writeDays(context.formats.days)
        // Reload once the page has its answer, so that all its texts follow.
        setImmediate(() => context.window.webContents.reload())
      }
      // The change may come from elsewhere than the window.
      push(context.window, 'changed', { position: context.book.info().position, contractIds: [], accountIds: [] })
      return accepted(context.preferences.get())
    }
    case 'back-up': {
      const backedUp = await context.book.backUp('asked')
      return backedUp.ok ? accepted(backedUp.backup) : backedUp
    }
    case 'restore-backup': {
      const restored = await context.book.restore(command.id)
      return restored.ok ? accepted(bookAnswer(context)) : restored
    }
    case 'accept-rollback': {
      const kept = await context.book.acceptRollback()
      return kept.ok ? accepted(bookAnswer(context)) : kept
    }
    case 'check-export':
      return checkChosenExport(context, command)
    case 'restore-export':
      return restoreExport(context, command)
    case 'open-book':
      return openBook(context, command.folder)
    case 'move-book':
      return moveBook(context, command.folder)
    case 'load-sample':
      await ensureSampleBook(context.sampleFolder, context.today(), () => new Date())
      launchBook(context.sampleFolder)
      return accepted({ folder: context.sampleFolder })
    case 'save-export':
      return saveAs(context, command)
    case 'apply-statement':
      return applyStatement(context.book, context.statements, command)
    case 'print-statement':
      return printTo(context, command)
    case 'save-year':
      return saveYearAs(context, command)
    case 'cancel':
      return accepted({ stopped: stopJob(command.job) })
  }
}

async function openBook(
  context: AppContext,
  folder: string | undefined,
): Promise<Outcome<AppCommandValues['open-book']>> {
  const chosen = folder ?? (await chooseFolder(context.window))
  if (chosen === undefined) return refused({ code: 'cancelled', params: {} })
  const refusal = refusalInProgram(chosen)
  if (refusal !== undefined) return refusal
  await mkdir(chosen, { recursive: true, mode: 0o700 })
  launchBook(chosen)
  return accepted({ folder: chosen, name: bookName(chosen) })
}

async function chooseFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? undefined : filePaths[0]
}
