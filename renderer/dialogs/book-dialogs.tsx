import { useBookDialog } from '../state/book-dialog.ts'
import { CheckStatementDialog } from './check-statement.tsx'
import { PrintStatementDialog } from './print-statement.tsx'

/** The dialog of the whole book that is open, if there is one. */
export function BookDialogs() {
  const open = useBookDialog(state => state.open)
  switch (open?.dialog) {
    case 'print-statement':
      return <PrintStatementDialog contractId={open.contractId} />
    case 'check-statement':
      return <CheckStatementDialog />
    default:
      return null
  }
}
