import { useBookDialog } from '../../state/book-dialog.ts'
import { CorrectDialog } from '../correct/correct.tsx'
import { TakeBackDialog } from '../take-back/take-back.tsx'
import { CheckStatementDialog } from './check-statement.tsx'
import { CloseBooksDialog } from './close-books.tsx'
import { ExportDialog } from './export.tsx'
import { PrintStatementDialog } from './print-statement.tsx'
import { RestoreExportDialog } from './restore-export.tsx'
import { SaveYearDialog } from './save-year.tsx'

/** The open dialog about the whole book, if any. */
export function BookDialogs() {
  const open = useBookDialog(state => state.open)
  switch (open?.dialog) {
    case 'print-statement':
      return <PrintStatementDialog contractId={open.contractId} />
    case 'check-statement':
      return <CheckStatementDialog />
    case 'export':
      return <ExportDialog format={open.format} contract={open.contract} days={open.days} />
    case 'restore-export':
      return <RestoreExportDialog />
    case 'close-books':
      return <CloseBooksDialog />
    case 'correct':
      return <CorrectDialog entry={open.entry} {...(open.remove && { remove: true })} />
    case 'take-back':
      return <TakeBackDialog line={open.import} />
    case 'save-year':
      return <SaveYearDialog begun={open.year} />
    default:
      return null
  }
}
