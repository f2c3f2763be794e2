import Papa from 'papaparse'
import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import type { ContractAttributes } from '../../shared/contract/attributes.ts'
import { sum, ZERO } from '../../shared/money/money.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { writtenDecimals } from './decimals.ts'

/** The column for each attribute of a contract; null if this CSV, which lists entries, has none. */
const ATTRIBUTE_COLUMNS = {
  title: 'Title',
  client: 'Client',
  freelancer: 'Freelancer',
  currency: 'Currency',
  budget: null,
  policy: null,
  side: null,
  account: null,
  archived: null,
} as const satisfies Record<keyof ContractAttributes, string | null>

/**
 * The columns of our CSV, in an order that stays the same across versions: spreadsheets and our own
 * import rely on it. The six amounts of a row sum to zero.
 */
export const CSV_COLUMNS = [
  'Entry',
  'Date',
  'Recorded at',
  'Contract',
  ATTRIBUTE_COLUMNS.title,
  ATTRIBUTE_COLUMNS.client,
  ATTRIBUTE_COLUMNS.freelancer,
  'Type',
  'Milestone',
  'Milestone title',
  ATTRIBUTE_COLUMNS.currency,
  'To client',
  'To freelancer',
  'To escrow',
  'Client fee',
  'Freelancer fee',
  'Contract fee',
  'Escrow balance',
  'Reference',
  'Note',
  'Reverses',
  'Reversed by',
]

/** Spreadsheets recognise UTF-8 by its byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The places at which a spreadsheet would take a text for a formula: its beginning, and what
 * follows a character at which some spreadsheets part cells, whatever the region. Full-width signs
 * count as the usual ones.
 */
const FORMULA = /^(?=[=+\-@＝＋－＠\t\r])|(?<=[;,|\t\r\n])(?=[=+\-@＝＋－＠]| +[=@＝＠])/g

/**
 * A text as a cell, with an apostrophe wherever a spreadsheet would take what follows for a formula
 * (`x;'=1+1;y`). Amounts are the app's own and stay unchanged.
 */
export function textCell(text: string): string {
  return text.replaceAll(FORMULA, "'")
}

/** Rows of cells as lines of RFC 4180. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`

/** The title line of a CSV file, after the byte order mark. */
export const csvTitles = (titles: readonly string[]): string => BYTE_ORDER_MARK + csvRows([titles])

/** The title line of the book's CSV, after the byte order mark. */
export function csvHead(): string {
  return csvTitles(CSV_COLUMNS)
}

/**
 * Ledger rows as lines of RFC 4180, one line per row, including reversed entries and reversals.
 * `contractOf` must find their contracts.
 */
export function csvLines(rows: readonly LedgerRow[], contractOf: (contractId: string) => ContractState): string {
  return rows.length === 0 ? '' : csvRows(rows.map(row => cellsOf(row, contractOf(row.contractId))))
}

const NOTHING = {
  client: ZERO,
  freelancer: ZERO,
  escrow: ZERO,
  'fees:client': ZERO,
  'fees:freelancer': ZERO,
  'fees:contract': ZERO,
}

/** The sums an entry posts to each account; escrow counts as one account. */
function totalsOf(postings: readonly Posting[]): typeof NOTHING {
  const totals = { ...NOTHING }
  for (const { account, amount } of postings) {
    const to = account === 'escrow:milestone' || account === 'escrow:unallocated' ? 'escrow' : account
    totals[to] = sum(totals[to], amount)
  }
  return totals
}

function cellsOf(row: LedgerRow, contract: ContractState): string[] {
  const { entry, on, at, type, reference, note, reverses, reversedBy, escrow, postings } = row
  const totals = totalsOf(postings)
  const nothing = writtenDecimals(ZERO, contract.decimals)
  const posted = (account: keyof typeof NOTHING): string =>
    totals[account] === ZERO ? nothing : writtenDecimals(totals[account], contract.decimals)
  const milestones = [...new Set(postings.flatMap(({ milestoneId }) => milestoneId ?? []))]
  return [
    String(entry),
    on,
    at,
    contract.id,
    textCell(contract.title),
    textCell(contract.client),
    textCell(contract.freelancer),
    type,
    milestones.join(' '),
    textCell(milestones.map(milestoneId => milestoneOf(contract, milestoneId)?.title ?? milestoneId).join(', ')),
    contract.currency,
    posted('client'),
    posted('freelancer'),
    posted('escrow'),
    posted('fees:client'),
    posted('fees:freelancer'),
    posted('fees:contract'),
    writtenDecimals(escrow, contract.decimals),
    textCell(reference ?? ''),
    textCell(note ?? ''),
    reverses === undefined ? '' : String(reverses),
    reversedBy === undefined ? '' : String(reversedBy),
  ]
}
