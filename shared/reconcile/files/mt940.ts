import { DelimitedRows } from './delimited-rows.ts'
import { type FileText, unread } from './file-problem.ts'
import { BOOKED, cellsOf, FIXED_HEADERS } from './fixed-headers.ts'
import { informationOf, type Mt940Information } from './mt940-information.ts'
import { Turns } from './turns.ts'

const TAG = /^:(\d{2}[A-Z]?):/
const LINES_A_TURN = 2_000

/** A field: its tag, and its lines. */
interface Field {
  readonly tag: string
  readonly lines: string[]
}

/** A line `:61:`, before the information that may follow it is known. */
interface Movement {
  readonly day: string
  readonly amount: string
  readonly type: string
  readonly id: string
  readonly text: string
}

/**
 * Returns the rows of an MT940 file: SWIFT's customer statement, with or without its envelope, one
 * or several statements a file. Refuses `mt942`, `no-rows` and the limits.
 */
export async function mt940Text(text: string): Promise<FileText> {
  const rows = new DelimitedRows()
  rows.add(FIXED_HEADERS.mt940)
  let account = ''
  let currency = ''
  let movement: Movement | undefined
  let isInterim = false
  const flush = (information?: Mt940Information): void => {
    if (movement === undefined) return
    rows.add(
      cellsOf({
        account,
        currency,
        status: BOOKED,
        day: movement.day,
        amount: movement.amount,
        id: movement.id,
        party: information?.party ?? '',
        text: information?.text || movement.text,
        type: information?.type || movement.type,
      }),
    )
    movement = undefined
  }
  const turns = new Turns()
  let count = 0
  for (const { tag, lines } of fieldsOf(text)) {
    const [first = ''] = lines
    if (tag !== '86') flush()
    if (tag === '25' || tag === '25P') account = first.trim()
    else if (tag === '60F' || tag === '60M') currency = /^[CD]\d{6}([A-Z]{3})/.exec(first)?.[1] ?? ''
    else if (tag === '34F') isInterim = true
    else if (tag === '61') movement = movementOf(lines)
    else if (tag === '86' && movement !== undefined) flush(informationOf(lines))
    if (rows.problem !== undefined) break
    count++
    if (count % LINES_A_TURN === 0) await turns.next()
  }
  flush()
  if (isInterim) return unread('mt942')
  return rows.rows < 2 && rows.problem === undefined ? unread('no-rows') : rows.end()
}

const MOST_LINES = 200

/** The fields of a file one after another; lines without a tag belong to the one before. */
function* fieldsOf(text: string): Generator<Field> {
  let field: Field | undefined
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at)
    // The last line of a message, `-` or `-}`, and the envelope in braces, are no content.
    const line = text.slice(at, end).replace(/^\{[1-4]:.{0,500}\{4:/, '')
    at = end + 1
    const tag = TAG.exec(line)
    if (tag !== null) {
      if (field !== undefined) yield field
      field = { tag: tag[1] ?? '', lines: [line.slice(tag[0].length)] }
    } else if (line === '-' || line.startsWith('-}') || line.startsWith('{1:')) {
      if (field !== undefined) yield field
      field = undefined
    } else if (field !== undefined && line !== '' && field.lines.length < MOST_LINES) field.lines.push(line)
  }
  if (field !== undefined) yield field
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/**
 * A line `:61:`: value day, day of entry, mark, amount, type, references. `RC` takes a credit back,
 * so money goes out, and `RD` a debit. One more letter before the amount is the third of the
 * currency: `CR50,` is a credit.
 */
const MOVEMENT = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d{1,15}),(\d{0,6})([A-Z][A-Z0-9]{3})(.*)$/

function movementOf(lines: readonly string[]): Movement {
  const [first = '', ...more] = lines
  const found = MOVEMENT.exec(first.trim())
  // It stays in the list as a row that cannot be read, with the line shown.
  if (found === null) return { day: first, amount: '', type: '', id: '', text: '' }
  const [, value = '', entry, mark = '', , whole, fraction = '', type = '', references = ''] = found
  const comesIn = mark === 'C' || mark === 'RD' || mark === 'EC'
  const at = references.indexOf('//')
  return {
    day: dayOf(value, entry),
    amount: `${comesIn ? '' : '-'}${whole}.${fraction.padEnd(2, '0')}`,
    type,
    // What stands before the slashes is the customer's own reference, which may repeat.
    id: at < 0 ? '' : provided(references.slice(at + 2).trim()),
    text: more.join(' ').trim(),
  }
}

const provided = (id: string): string => (/^(NONREF|NOTPROVIDED|0*)$/i.test(id) ? '' : id)

/** The day of entry, which has no year: that of the value day, or one beside it. */
function dayOf(value: string, entry: string | undefined): string {
  const year = 2000 + Number(value.slice(0, 2))
  const [month, day] = [value.slice(2, 4), value.slice(4, 6)]
  if (entry === undefined) return `${year}-${month}-${day}`
  const apart = Number(entry.slice(0, 2)) - Number(month)
  const entryYear = apart > 6 ? year - 1 : apart < -6 ? year + 1 : year
  return `${entryYear}-${entry.slice(0, 2)}-${entry.slice(2, 4)}`
}
