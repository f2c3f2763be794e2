import { ACTION_IDS, type ActionId } from '../../shared/actions/actions.ts'
import type { Action } from './action.ts'
import {
  backUpNow,
  checkStatement,
  chooseBackup,
  chooseStatement,
  closeBooks,
  EXPORT_ACTIONS,
  exportChosen,
  moveBook,
  openAnother,
  openSample,
  printStatement,
  reopenBooks,
  restoreExport,
  saveYear,
} from './book-actions.ts'
import { duplicate, enterUnderWay, newContract, nextStep, undoLatest } from './contract-actions.ts'
import {
  findOrDo,
  goToContracts,
  goToLedger,
  goToOverview,
  goToPlanner,
  goToReconcile,
  goToReports,
  goToSettings,
} from './go-actions.ts'
import { HELP_ACTIONS } from './help-actions.ts'

const BY_ID = {
  'new-contract': newContract,
  'enter-under-way': enterUnderWay,
  undo: undoLatest,
  'find-or-do': findOrDo,
  'next-step': nextStep,
  'duplicate-contract': duplicate,
  'go.contracts': goToContracts,
  'go.overview': goToOverview,
  'go.ledger': goToLedger,
  'go.reports': goToReports,
  'go.planner': goToPlanner,
  'go.reconcile': goToReconcile,
  'go.settings': goToSettings,
  'open-book': openAnother,
  'move-book': moveBook,
  'load-sample': openSample,
  'choose-statement': chooseStatement,
  export: exportChosen,
  ...EXPORT_ACTIONS,
  'print-statement': printStatement,
  'check-statement': checkStatement,
  'save-year': saveYear,
  'close-books': closeBooks,
  'reopen-books': reopenBooks,
  'back-up': backUpNow,
  restore: chooseBackup,
  'restore-export': restoreExport,
  ...HELP_ACTIONS,
} satisfies Readonly<Record<ActionId, Action>>

/** Every action except the moves of a contract, in the order of the shared table. */
export const APP_ACTIONS: readonly Action[] = ACTION_IDS.map(id => BY_ID[id])
