/** The formats a book can be exported to; see docs/exports.md. */
export const EXPORT_FORMATS = ['csv', 'hledger', 'beancount', 'json', 'ics'] as const
/** See `EXPORT_FORMATS`. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
