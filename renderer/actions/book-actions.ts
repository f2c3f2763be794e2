import {
  Archive,
  ArchiveRestore,
  BookOpen,
  FileCheck,
  FileDown,
  FileInput,
  FileUp,
  FolderDown,
  FolderInput,
  FolderOpen,
  Lock,
  LockOpen,
  Printer,
} from 'lucide-react'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/api/export-formats.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { bridge } from '../ask/bridge.ts'
import { backUp } from '../state/backups.ts'
import { openBookDialog } from '../state/book-dialog.ts'
import { askToReopen } from '../state/closed-books.ts'
import { tell } from '../state/dialogs.ts'
import { askForFile } from '../state/file-request.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { type Action, appAction } from './action.ts'

const free = (): boolean => useStore.getState().book !== null && useStore.getState().dialog === null

/** Executes a command on the whole book. A refusal goes to the toast, since no screen shows it. */
async function orTell(done: Promise<{ readonly code: string; readonly message: string } | null>): Promise<void> {
  const error = await done
  if (error !== null && error.code !== 'cancelled') tell({ key: 'toast.refused', params: { message: error.message } })
}

/** Backs up the book now. */
export const backUpNow = appAction('back-up', {
  icon: Archive,
  when: free,
  perform: () => void orTell(backUp()),
})

/** Goes to the list of backups. */
export const chooseBackup = appAction('restore', {
  icon: ArchiveRestore,
  when: free,
  perform: () => go({ screen: 'settings', section: 'backups' }),
})

/** Opens another book in a second app. */
export const openAnother = appAction('open-book', {
  icon: FolderOpen,
  when: free,
  perform: () => void orTell(bridge.execute({ type: 'open-book' }).then(answer => (answer.ok ? null : answer.error))),
})

/**
 * Moves or renames the book's folder. Not offered for the sample book, which the app looks for at a
 * fixed path.
 */
export const moveBook = appAction('move-book', {
  icon: FolderInput,
  when: () => free() && useStore.getState().book?.sample === false,
  perform: () => void orTell(bridge.execute({ type: 'move-book' }).then(answer => (answer.ok ? null : answer.error))),
})

/** Chooses a statement to reconcile with the book. */
export const chooseStatement = appAction('choose-statement', {
  icon: FileInput,
  when: free,
  perform: () => {
    go({ screen: 'reconcile' })
    askForFile()
  },
})

/**
 * Prints a statement of the open contract, or of a contract, client or book chosen in the dialog.
 */
export const printStatement = appAction('print-statement', {
  icon: Printer,
  when: free,
  perform: () => {
    const contractId = useStore.getState().opened?.contractId
    openBookDialog({ dialog: 'print-statement', ...(contractId !== undefined && { contractId }) })
  },
})

/** Prints a statement of this contract. */
export function printStatementOf({ id, title }: ContractView): Action {
  return {
    ...printStatement,
    id: `print-statement.${id}`,
    about: title,
    perform: () => openBookDialog({ dialog: 'print-statement', contractId: id }),
  }
}

/** Checks a printed statement against the book. */
export const checkStatement = appAction('check-statement', {
  icon: FileCheck,
  when: free,
  perform: () => openBookDialog({ dialog: 'check-statement' }),
})

/** Exports the open contract, or the book. */
export const exportChosen = appAction('export', {
  icon: FileDown,
  when: free,
  perform: () => openExport('csv'),
})

const exportAs = (format: ExportFormat): Action =>
  appAction(`export.${format}`, { icon: FileDown, when: free, perform: () => openExport(format) })

function openExport(format: ExportFormat): void {
  const contract = useStore.getState().opened?.contract
  // No JSON here: it exists to restore whole books, and a part of a book cannot be restored.
  const isOfContract = contract != null && format !== 'json'
  openBookDialog({
    dialog: 'export',
    format,
    contract: isOfContract ? { id: contract.id, title: contract.title } : null,
  })
}

/** Saves a year to a folder, for an accountant. */
export const saveYear = appAction('save-year', {
  icon: FolderDown,
  when: free,
  perform: () => openBookDialog({ dialog: 'save-year' }),
})

const isWritable = (): boolean => free() && useStore.getState().book?.readOnly === false

/** Closes the books until a day. */
export const closeBooks = appAction('close-books', {
  icon: Lock,
  when: isWritable,
  perform: () => openBookDialog({ dialog: 'close-books' }),
})

/** Reopens the books, after asking. */
export const reopenBooks = appAction('reopen-books', {
  icon: LockOpen,
  when: () => isWritable() && useStore.getState().book?.closedUntil !== null,
  perform: askToReopen,
})

/** Replaces the book with the one in a JSON export. */
export const restoreExport = appAction('restore-export', {
  icon: FileUp,
  when: free,
  perform: () => openBookDialog({ dialog: 'restore-export' }),
})

/** Opens the sample book in a second app. */
export const openSample = appAction('load-sample', {
  icon: BookOpen,
  when: () => useStore.getState().book?.sample !== true,
  perform: () => void bridge.execute({ type: 'load-sample' }),
})

/** Exports the open contract, or the book, in each format. */
export const EXPORT_ACTIONS = Object.fromEntries(
  EXPORT_FORMATS.map(format => [`export.${format}`, exportAs(format)]),
) as Record<`export.${ExportFormat}`, Action>
