/**
 * The reasons a file is not a statement that can be read; each has a sentence that says what to
 * download instead (`reconcile.unread`).
 */
export type FileProblem =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'too-many-rows'
  | 'damaged'
  | 'no-rows'
  | 'no-table'
  | 'password'
  | 'pdf'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  | 'document'
  | 'archive'
  | 'qif'
  | 'camt-052'
  | 'camt-054'
  | 'other-xml'
  | 'mt942'
  | 'ofx-investment'

/** A file as delimited text, or the reason there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: FileProblem }

/** Returns the answer for a file that cannot be read. */
export const unread = (reason: FileProblem): { readonly ok: false; readonly reason: FileProblem } => ({
  ok: false,
  reason,
})
