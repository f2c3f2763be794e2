import { DelimitedRows } from './delimited-rows.ts'
import { type FileText, unread } from './file-problem.ts'
import { BOOKED, cellsOf, FIXED_HEADERS } from './fixed-headers.ts'
import { ofxTags } from './ofx-tags.ts'
import { Turns } from './turns.ts'

/** The elements of a transaction that a row is made of. */
const FIELDS = new Set(['TRNTYPE', 'DTPOSTED', 'DTTRAN', 'TRNAMT', 'FITID', 'NAME', 'MEMO', 'CORRECTACTION'])

/** The account and the transaction under way. */
interface Reading {
  account: string
  currency: string
  /** The fields of the open transaction; undefined outside one. */
  fields: Map<string, string> | undefined
  isPending: boolean
  /** The aggregates with values that are not the transaction's own. */
  inside: string
}

const NESTED = new Set(['BANKACCTTO', 'CCACCTTO', 'CURRENCY', 'ORIGCURRENCY', 'IMAGEDATA'])
const TAGS_A_TURN = 2_000

/**
 * Returns the rows of an OFX or QFX file, of either generation: SGML, in which tags need no end,
 * and XML. Refuses `ofx-investment`, `no-rows` and the limits.
 */
export async function ofxText(text: string): Promise<FileText> {
  const rows = new DelimitedRows()
  rows.add(FIXED_HEADERS.ofx)
  const turns = new Turns()
  const now: Reading = { account: '', currency: '', fields: undefined, isPending: false, inside: '' }
  let tags = 0
  for (const { name, isEnd, value } of ofxTags(text)) {
    if (name === 'INVSTMTRS') return unread('ofx-investment')
    if (!isEnd) begin(now, rows, name, value)
    else if (name === now.inside) now.inside = ''
    else if (ENDS.has(name)) finish(now, rows)
    if (rows.problem !== undefined) break
    tags++
    if (tags % TAGS_A_TURN === 0) await turns.next()
  }
  finish(now, rows)
  return rows.rows < 2 && rows.problem === undefined ? unread('no-rows') : rows.end()
}

const ENDS = new Set(['STMTTRN', 'STMTTRNP', 'BANKTRANLIST', 'BANKTRANLISTP', 'STMTRS', 'CCSTMTRS', 'OFX'])

function begin(now: Reading, rows: DelimitedRows, name: string, value: string): void {
  if (name === 'STMTTRN' || name === 'STMTTRNP') {
    finish(now, rows)
    now.fields = new Map()
    now.isPending = name === 'STMTTRNP'
    return
  }
  if (now.fields === undefined) {
    if (name === 'STMTRS' || name === 'CCSTMTRS') now.account = ''
    if (name === 'CURDEF') now.currency = value.toUpperCase()
    if (name === 'ACCTID') now.account = value
    return
  }
  if (NESTED.has(name)) now.inside = name
  // The currency of an amount in CURRENCY is its own; in ORIGCURRENCY it was converted already.
  else if (name === 'CURSYM' && now.inside === 'CURRENCY') now.fields.set('CURSYM', value.toUpperCase())
  else if (now.inside === '' && FIELDS.has(name) && value !== '') now.fields.set(name, value)
}

function finish(now: Reading, rows: DelimitedRows): void {
  const { fields, account } = now
  now.fields = undefined
  now.inside = ''
  if (fields === undefined) return
  const of = (name: string): string => fields.get(name) ?? ''
  const id = of('FITID')
  rows.add(
    cellsOf({
      account,
      day: dayOf(of('DTPOSTED') || of('DTTRAN')),
      // The sign alone is the direction: TRNTYPE contradicts it in many files.
      amount: pointed(of('TRNAMT')),
      currency: of('CURSYM') || now.currency,
      party: of('NAME'),
      text: of('MEMO'),
      type: of('TRNTYPE'),
      id: id === '' ? '' : `${account} ${id}`.trim(),
      // A row that replaces or deletes an earlier one is not a payment of its own.
      status: of('CORRECTACTION') || (now.isPending ? 'PENDING' : BOOKED),
    }),
  )
}

/** The first eight digits are the day; a time and a zone may follow. */
function dayOf(text: string): string {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text)
  return found === null ? text : `${found[1]}-${found[2]}-${found[3]}`
}

/** OFX has no marks between thousands, so that a lone comma is the decimal mark. */
function pointed(amount: string): string {
  const comma = amount.lastIndexOf(',')
  const point = amount.lastIndexOf('.')
  if (comma < 0) return amount
  if (point < 0) return amount.indexOf(',') === comma ? amount.replace(',', '.') : amount.replaceAll(',', '')
  return comma > point ? amount.replaceAll('.', '').replace(',', '.') : amount.replaceAll(',', '')
}
