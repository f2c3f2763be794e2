import { create } from 'zustand'
import type { ExportFormat } from '../../shared/api/export-formats.ts'
import type { DayRange } from '../../shared/dates/period.ts'

/**
 * A dialog that is of no contract's move. A statement starts with the contract or client that one
 * was looking at.
 */
export type BookDialog =
  | { readonly dialog: 'print-statement'; readonly contractId?: string }
  | { readonly dialog: 'check-statement' }
  | {
      readonly dialog: 'export'
      readonly format: ExportFormat
      readonly contract: { readonly id: string; readonly title: string } | null
      /** The days it starts with; left out, all the time there is. */
      readonly days?: DayRange
    }
  | { readonly dialog: 'restore-export' }
  | { readonly dialog: 'save-year'; readonly year?: number }

/** The one that is open. */
export const useBookDialog = create<{ readonly open: BookDialog | null }>()(() => ({ open: null }))

/** Opens one. */
export function openBookDialog(open: BookDialog): void {
  useBookDialog.setState({ open })
}

/** Leaves the one that is open. */
export function closeBookDialog(): void {
  useBookDialog.setState({ open: null })
}
