import { create } from 'zustand'
import type { ExportFormat } from '../../shared/api/export-formats.ts'
import type { DayRange } from '../../shared/dates/period.ts'

/**
 * A dialog about the book rather than a contract's move. `contractId`: the contract on screen, with
 * which a statement starts.
 */
export type BookDialog =
  | { readonly dialog: 'print-statement'; readonly contractId?: string }
  | { readonly dialog: 'check-statement' }
  | {
      readonly dialog: 'export'
      readonly format: ExportFormat
      readonly contract: { readonly id: string; readonly title: string } | null
      /** The days it starts with; undefined: the whole history. */
      readonly days?: DayRange
    }
  | { readonly dialog: 'restore-export' }
  /** `remove`: starts with the removal of the entry. */
  | { readonly dialog: 'correct'; readonly entry: number; readonly remove?: boolean }
  | { readonly dialog: 'close-books' }
  /** `import`: the number of its line. */
  | { readonly dialog: 'take-back'; readonly import: number }
  | { readonly dialog: 'save-year'; readonly year?: number }

/** The open book dialog. */
export const useBookDialog = create<{ readonly open: BookDialog | null }>()(() => ({ open: null }))

/** Opens a book dialog. */
export function openBookDialog(open: BookDialog): void {
  useBookDialog.setState({ open })
}

/** Closes the open book dialog. */
export function closeBookDialog(): void {
  useBookDialog.setState({ open: null })
}
