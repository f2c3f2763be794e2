import type { DeadlineView } from '../../shared/contract/contract.ts'
import { addDays } from '../../shared/dates/calendar.ts'
import { toDecimals } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'

const LONGEST_LINE_OCTETS = 75

/**
 * The identity of the book, which keeps the event ids of two books apart, and the moment of
 * writing.
 */
export interface CalendarBasis {
  readonly book: string
  readonly stamp: Date
}

/**
 * A text as a value of RFC 5545: separators and line ends escaped, other control characters
 * removed.
 */
function textValue(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')
}

/** A content line, folded so that no line exceeds 75 octets and no character is cut. */
function contentLine(name: string, value: string): string {
  let line = ''
  let folded = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST_LINE_OCTETS) {
      folded += `${line}\r\n`
      line = ' '
      octets = 1
    }
    line += character
    octets += size
  }
  return `${folded}${line}\r\n`
}

const compactDay = (day: string): string => day.replaceAll('-', '')
const compactMoment = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** The beginning of a calendar. */
export function calendarHead(): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Escrowbook//Escrowbook//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('X-WR-CALNAME', textValue(say('export.calendar'))),
  ].join('')
}

/** The end of a calendar. */
export function calendarEnd(): string {
  return contentLine('END', 'VCALENDAR')
}

/**
 * A deadline as an all-day event (RFC 5545). Its id stays the same when the deadline moves, so that
 * a calendar updates it; several payments on their way in one contract differ by their days.
 */
export function calendarEvent(deadline: DeadlineView, contract: ContractState, { book, stamp }: CalendarBasis): string {
  const { kind, milestoneId, on, amount } = deadline
  const id = [
    contract.id,
    kind,
    ...(milestoneId === undefined ? [] : [milestoneId]),
    ...(kind === 'available' ? [on] : []),
  ].join('-')
  const milestone = milestoneId === undefined ? '' : (milestoneOf(contract, milestoneId)?.title ?? milestoneId)
  const { client, freelancer, currency, decimals } = contract
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', `${id}@${book}.escrowbook`),
    contentLine('DTSTAMP', compactMoment(stamp)),
    contentLine('DTSTART;VALUE=DATE', compactDay(on)),
    contentLine('DTEND;VALUE=DATE', compactDay(addDays(on, 1))),
    contentLine('SUMMARY', textValue(say(`export.deadline.${kind}`, { contract: contract.title, milestone }))),
    contentLine(
      'DESCRIPTION',
      textValue(say('export.deadline.details', { client, freelancer, currency, amount: toDecimals(amount, decimals) })),
    ),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('')
}
