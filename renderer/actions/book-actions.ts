import {
  Archive,
  ArchiveRestore,
  FileCheck,
  FileDown,
  FileInput,
  FileUp,
  FolderDown,
  FolderInput,
  FolderOpen,
  Printer,
} from 'lucide-react'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/api/export-formats.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { bridge } from '../ask/bridge.ts'
import { askForFile } from '../screens/reconcile/statement.ts'
import { backUp } from '../state/backups.ts'
import { openBookDialog } from '../state/book-dialog.ts'
import { tell } from '../state/dialogs.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import type { Action } from './action.ts'

const free = (): boolean => useStore.getState().book !== null && useStore.getState().dialog === null

/** Does something with the whole book where no screen shows why it was refused: the toast does. */
async function orTell(done: Promise<{ readonly code: string; readonly message: string } | null>): Promise<void> {
  const error = await done
  if (error !== null && error.code !== 'cancelled') tell({ key: 'toast.refused', params: { message: error.message } })
}

/** Copies the book as it is now. */
export const backUpNow: Action = {
  id: 'back-up',
  label: { key: 'action.back-up' },
  icon: Archive,
  when: free,
  perform: () => void orTell(backUp()),
}

/** Goes where the backups are. */
export const chooseBackup: Action = {
  id: 'restore',
  label: { key: 'action.restore' },
  icon: ArchiveRestore,
  when: free,
  perform: () => go({ screen: 'settings', section: 'backups' }),
}

/** Starts the app on another folder, beside this one. */
export const openAnother: Action = {
  id: 'open-book',
  label: { key: 'action.open-book' },
  icon: FolderOpen,
  keys: 'Mod+O',
  when: free,
  perform: () => void orTell(bridge.execute({ type: 'open-book' }).then(answer => (answer.ok ? null : answer.error))),
}

/**
 * Puts the book's folder in another place, or gives it another name. The sample stays where the app
 * makes it.
 */
export const moveBook: Action = {
  id: 'move-book',
  label: { key: 'action.move-book' },
  icon: FolderInput,
  when: () => free() && useStore.getState().book?.sample === false,
  perform: () => void orTell(bridge.execute({ type: 'move-book' }).then(answer => (answer.ok ? null : answer.error))),
}

/** Asks for a statement to put beside the book. */
export const chooseStatement: Action = {
  id: 'choose-statement',
  label: { key: 'action.choose-statement' },
  keywords: 'action.choose-statement-keywords',
  icon: FileInput,
  keys: 'Mod+I',
  when: free,
  perform: () => {
    go({ screen: 'reconcile' })
    askForFile()
  },
}

/** Prints a statement: of the contract one is looking at, else of what is chosen. */
export const printStatement: Action = {
  id: 'print-statement',
  label: { key: 'action.print-statement' },
  keywords: 'action.print-statement-keywords',
  icon: Printer,
  keys: 'Mod+P',
  when: free,
  perform: () => {
    const contractId = useStore.getState().opened?.contractId
    openBookDialog({ dialog: 'print-statement', ...(contractId !== undefined && { contractId }) })
  },
}

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
export const checkStatement: Action = {
  id: 'check-statement',
  label: { key: 'action.check-statement' },
  keywords: 'action.check-statement-keywords',
  icon: FileCheck,
  when: free,
  perform: () => openBookDialog({ dialog: 'check-statement' }),
}

/** Exports the contract one is looking at, or the book. */
export const exportChosen: Action = {
  id: 'export',
  label: { key: 'action.export-chosen' },
  keywords: 'action.export-keywords',
  icon: FileDown,
  keys: 'Mod+E',
  when: free,
  perform: () => openExport('csv'),
}

function exportAs(format: ExportFormat): Action {
  return {
    id: `export.${format}`,
    label: { key: 'action.export', params: { format } },
    icon: FileDown,
    when: free,
    perform: () => openExport(format),
  }
}

function openExport(format: ExportFormat): void {
  const contract = useStore.getState().opened?.contract
  // Only of the whole book does JSON bring it back.
  const isOfContract = contract != null && format !== 'json'
  openBookDialog({
    dialog: 'export',
    format,
    contract: isOfContract ? { id: contract.id, title: contract.title } : null,
  })
}

/** Saves a year into a folder, for an accountant. */
export const saveYear: Action = {
  id: 'save-year',
  label: { key: 'action.save-year' },
  keywords: 'action.save-year-keywords',
  icon: FolderDown,
  when: free,
  perform: () => openBookDialog({ dialog: 'save-year' }),
}

/** Puts the book that a JSON export holds in this one's place. */
export const restoreExport: Action = {
  id: 'restore-export',
  label: { key: 'action.restore-export' },
  keywords: 'action.restore-export-keywords',
  icon: FileUp,
  when: free,
  perform: () => openBookDialog({ dialog: 'restore-export' }),
}

/** What can be done with the book as a whole. */
export const BOOK_ACTIONS: readonly Action[] = [
  backUpNow,
  chooseBackup,
  openAnother,
  moveBook,
  chooseStatement,
  printStatement,
  checkStatement,
  exportChosen,
  ...EXPORT_FORMATS.map(exportAs),
  saveYear,
  restoreExport,
]
