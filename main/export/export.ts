import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { EXPORT_FACTS, type ExportFormat } from '../../shared/api/export-formats.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { deadlinesOf } from '../escrow/deadlines.ts'
import { beancountWriter } from './beancount.ts'
import { csvHead, csvLines } from './csv.ts'
import { hledgerWriter } from './hledger.ts'
import { calendarEnd, calendarEvent, calendarHead } from './ics.ts'
import { journalLines } from './journal-lines.ts'
import type { JournalBasis, JournalWriter } from './journal-writer.ts'
import { JSON_VERSION, partEnd, partHead, partRows, wholeBook } from './json.ts'
import { contractIn, ledgerPages, openingOf, type Snapshot, snapshotOf } from './ledger-rows.ts'
import { PartyNames } from './names.ts'
import { isWholeBook, type Selection } from './selection.ts'

/** The selection to export, its format, and the day and moment of the export. */
export interface ExportRequest extends Selection {
  readonly format: ExportFormat
  readonly today: IsoDate
  readonly now: Date
}

/** A piece of the text, as a string or UTF-8 bytes, and the number of rows done so far. */
export interface ExportPiece {
  readonly text: string | Buffer
  readonly done: number
  readonly total: number
}

const PIECE_LENGTH = 1 << 18

/** The file name of an export: `escrowbook-C0001-2026-01-01-2026-12-31.csv`. */
export function exportName({ format, contractId, from, to }: Selection & { readonly format: ExportFormat }): string {
  const days =
    from === undefined ? (to === undefined ? [] : ['until', to]) : to === undefined ? ['from', from] : [from, to]
  return `${['escrowbook', ...(contractId === undefined ? [] : [contractId]), ...days].join('-')}.${EXPORT_FACTS[format].extension}`
}

/** The refusal of a selection whose contract is not in the book (`unknown-contract`). */
export function unknownContract(book: Book, { contractId }: Selection): Refusal | undefined {
  if (contractId === undefined || book.contract(contractId) !== undefined) return undefined
  return { code: 'unknown-contract', params: { contract: contractId }, field: 'contractId' }
}

/**
 * Yields the text of an export in pieces, of the book as it is now, which must be proved. A
 * selected contract must exist.
 */
export function exported(book: Book, request: ExportRequest): AsyncGenerator<ExportPiece, void> {
  const snapshot = snapshotOf(book, request)
  switch (request.format) {
    case 'csv':
      return csv(book, snapshot, request)
    case 'hledger':
      return journal(book, snapshot, request, hledgerWriter)
    case 'beancount':
      return journal(book, snapshot, request, beancountWriter)
    case 'json':
      return isWholeBook(request) ? wholeJson(book) : partialJson(book, snapshot, request)
    case 'ics':
      return calendar(book, snapshot, request)
  }
}

async function* csv(book: Book, snapshot: Snapshot, request: ExportRequest): AsyncGenerator<ExportPiece, void> {
  let done = 0
  yield { text: csvHead(), done, total: 0 }
  for await (const { rows, total } of ledgerPages(book, snapshot, request)) {
    done += rows.length
    yield { text: csvLines(rows, contractId => contractIn(snapshot, contractId)), done, total }
  }
}

async function* journal(
  book: Book,
  snapshot: Snapshot,
  request: ExportRequest,
  writerOf: (basis: JournalBasis) => JournalWriter,
): AsyncGenerator<ExportPiece, void> {
  const opening = await openingOf(book, snapshot, request)
  const basis = {
    selection: request,
    contracts: [...snapshot.contracts.values()],
    parties: new PartyNames(book.contracts()),
    opening,
  }
  let writer: JournalWriter | undefined
  let done = 0
  for await (const { rows, total } of ledgerPages(book, snapshot, request, 'by-day')) {
    if (writer === undefined) {
      writer = writerOf({ ...basis, first: opening?.on ?? rows[0]?.on ?? request.today })
      for await (const text of inPieces(writer.head())) yield { text, done, total }
    }
    done += rows.length
    yield { text: rows.map(writer.row).join(''), done, total }
  }
  const end =
    writer === undefined
      ? [...writerOf({ ...basis, first: opening?.on ?? request.today }).head()].join('')
      : writer.end()
  yield { text: end, done, total: done }
}

/** Joins small texts into larger ones, and yields to other work between them. */
async function* inPieces(texts: Iterable<string>): AsyncGenerator<string, void> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
    await nextTurn()
  }
  yield piece
}

async function* wholeJson(book: Book): AsyncGenerator<ExportPiece, void> {
  const { entries, head, position: total } = book.info()
  let done = 0
  for (const { text, lines } of wholeBook(
    { escrowbook: 'book', version: JSON_VERSION, entries, head },
    journalLines(book),
  )) {
    done += lines
    yield { text, done, total }
    await nextTurn()
  }
}

async function* partialJson(book: Book, snapshot: Snapshot, request: ExportRequest): AsyncGenerator<ExportPiece, void> {
  let done = 0
  yield { text: partHead(request, [...snapshot.contracts.values()]), done, total: 0 }
  for await (const { rows, total } of ledgerPages(book, snapshot, request)) {
    const text = partRows(rows, done === 0)
    done += rows.length
    yield { text, done, total }
  }
  yield { text: partEnd(), done, total: done }
}

/** The deadlines of contracts that are not archived. */
async function* calendar(
  book: Book,
  { contracts }: Snapshot,
  { from, to, today, now }: ExportRequest,
): AsyncGenerator<ExportPiece, void> {
  const basis = { book: await bookName(book), stamp: now }
  const pieces = [calendarHead()]
  for (const contract of contracts.values()) {
    if (contract.archived) continue
    const deadlines = deadlinesOf(contract, today).filter(
      ({ on }) => (from === undefined || on >= from) && (to === undefined || on <= to),
    )
    pieces.push(...deadlines.map(deadline => calendarEvent(deadline, contract, basis)))
  }
  yield { text: [...pieces, calendarEnd()].join(''), done: contracts.size, total: contracts.size }
}

/**
 * The identity of a book, independent of its name and folder: its first entry, which never changes.
 */
async function bookName(book: Book): Promise<string> {
  const [first] = (await book.records({ limit: 1 })).rows
  return createHash('sha256')
    .update(JSON.stringify([first?.at, first?.events]))
    .digest('hex')
    .slice(0, 16)
}
