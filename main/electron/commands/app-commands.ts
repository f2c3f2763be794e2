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
import type { PreferenceFile } from '../preferences.ts'
import { moveBook } from './move-book.ts'
import { printTo } from './print-statement.ts'
import { checkChosenExport, restoreExport } from './restore-export.ts'
import { saveAs } from './save-export.ts'
import { saveYearAs } from './save-year.ts'
import type { Printer } from './statement-printer.ts'

/** What the commands of the app work on. */
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
 * exports, statements, a year. Refuses what the store refuses, and `cancelled` where the person did
 * not choose.
 */
export async function carryOut(
  shell: AppContext,
  command: HostCommand,
): Promise<Outcome<AppCommandValues[HostCommand['type']]>> {
  switch (command.type) {
    case 'set-preference': {
      const { type: _, ...change } = command
      await shell.preferences.set(change)
      if (change.theme !== undefined) nativeTheme.themeSource = change.theme
      if (change.numberFormat !== undefined || change.dateFormat !== undefined) {
        writeDays(shell.formats.days)
        // The page says everything anew, once it has its answer.
        setImmediate(() => shell.window.webContents.reload())
      }
      // The window may not have asked for it itself.
      push(shell.window, 'changed', { position: shell.book.info().position, contractIds: [] })
      return accepted(shell.preferences.get())
    }
    case 'back-up': {
      const backedUp = await shell.book.backUp('asked')
      return backedUp.ok ? accepted(backedUp.backup) : backedUp
    }
    case 'restore-backup': {
      const restored = await shell.book.restore(command.id)
      return restored.ok ? accepted(bookAnswer(shell)) : restored
    }
    case 'check-export':
      return checkChosenExport(shell, command)
    case 'restore-export':
      return restoreExport(shell, command)
    case 'open-book':
      return openBook(shell, command.folder)
    case 'move-book':
      return moveBook(shell, command.folder)
    case 'load-sample':
      await ensureSampleBook(shell.sampleFolder, shell.today(), () => new Date())
      launchBook(shell.sampleFolder)
      return accepted({ folder: shell.sampleFolder })
    case 'save-export':
      return saveAs(shell, command)
    case 'apply-statement':
      return applyStatement(shell.book, shell.statements, command)
    case 'print-statement':
      return printTo(shell, command)
    case 'save-year':
      return saveYearAs(shell, command)
    case 'cancel':
      return accepted({ stopped: stopJob(command.job) })
  }
}

async function openBook(
  shell: AppContext,
  folder: string | undefined,
): Promise<Outcome<AppCommandValues['open-book']>> {
  const chosen = folder ?? (await chooseFolder(shell.window))
  if (chosen === undefined) return refused({ code: 'cancelled', params: {} })
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
