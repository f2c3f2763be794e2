/** The facts of an export format that the exports and the page share. */
interface ExportFacts {
  /** The end of a file's name. */
  readonly extension: string
  /** The content of a file: entries of the ledger, or deadlines. */
  readonly holds: 'entries' | 'deadlines'
  /** True if the export of a whole book can be restored. */
  readonly restores: boolean
}

/** The formats a book can be exported to, in the order they are offered; see docs/exports.md. */
export const EXPORT_FACTS = {
  csv: { extension: 'csv', holds: 'entries', restores: false },
  hledger: { extension: 'journal', holds: 'entries', restores: false },
  beancount: { extension: 'beancount', holds: 'entries', restores: false },
  json: { extension: 'json', holds: 'entries', restores: true },
  ics: { extension: 'ics', holds: 'deadlines', restores: false },
} as const satisfies Readonly<Record<string, ExportFacts>>

/** The name of an export format. */
export type ExportFormat = keyof typeof EXPORT_FACTS
/** See `ExportFormat`. */
export const EXPORT_FORMATS = Object.keys(EXPORT_FACTS) as readonly ExportFormat[]
