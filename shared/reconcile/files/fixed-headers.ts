/**
 * The titles of a statement that was not delimited text: the first names the format, and holds the
 * account. Days are ISO days, amounts are signed and have a point.
 */
export const FIXED_HEADERS = {
  'camt-053': ['CAMT.053 account', 'Day', 'Amount', 'Currency', 'Party', 'Text', 'Type', 'Id', 'Status'],
  ofx: ['OFX account', 'Day', 'Amount', 'Currency', 'Party', 'Text', 'Type', 'Id', 'Status'],
  mt940: ['MT940 account', 'Day', 'Amount', 'Currency', 'Party', 'Text', 'Type', 'Id', 'Status'],
} as const

/** The status of a booked row under these headers. */
export const BOOKED = 'BOOKED'

/** A row under a fixed header. */
export interface FixedRow {
  readonly account: string
  readonly day: string
  readonly amount: string
  readonly currency: string
  readonly party: string
  readonly text: string
  readonly type: string
  readonly id: string
  readonly status: string
}

/** The cells of a row, in the header's order. */
export const cellsOf = (row: FixedRow): readonly string[] => [
  row.account,
  row.day,
  row.amount,
  row.currency,
  row.party,
  row.text,
  row.type,
  row.id,
  row.status,
]
