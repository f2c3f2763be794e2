import { expect, test } from 'vitest'
import { calendarEnd, calendarEvent, calendarHead } from '../../main/export/ics.ts'
import type { DeadlineView } from '../../shared/contract/contract.ts'
import { isoDate } from '../../shared/dates/calendar.ts'
import { minor } from '../../shared/money/money.ts'
import { AWKWARD } from './awkward.ts'
import { randomBook } from './random-book.ts'

const basis = { book: 'b00c', stamp: new Date('2026-01-31T10:15:30.123Z') }
const [contract] = randomBook(5, 60).contracts

function contractNamed(title: string) {
  if (contract === undefined) throw new Error('a book without contracts')
  return {
    ...contract,
    id: 'C0001',
    title,
    client: 'Acme Ltd',
    freelancer: 'Dana',
    currency: 'USD',
    decimals: 2,
    milestones: [],
  }
}

function deadline(kind: DeadlineView['kind'], on: string): DeadlineView {
  const day = isoDate(on)
  if (day === undefined) throw new Error(`no day ${on}`)
  return {
    contractId: 'C0001',
    kind,
    on: day,
    overdue: false,
    amount: minor(2_000),
    offers: null,
    ...(kind === 'due' && { milestoneId: 'M1' }),
  }
}

/** Returns the lines of a calendar, unfolded as RFC 5545 says. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

test('a deadline is an all-day event, stamped with the given moment', () => {
  expect(
    unfolded(
      calendarHead() + calendarEvent(deadline('refund', '2026-12-31'), contractNamed('Website'), basis) + calendarEnd(),
    ),
  ).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Escrowbook//Escrowbook//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Escrow deadlines',
    'BEGIN:VEVENT',
    'UID:C0001-refund@b00c.escrowbook',
    'DTSTAMP:20260131T101530Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Answer to refund request due: Website',
    'DESCRIPTION:Acme Ltd and Dana: 20.00 USD',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('the id of an event stays the same when its day moves, except for money on its way, which may arrive on several days', () => {
  const idOf = (kind: DeadlineView['kind'], on: string) =>
    /UID:(.*)/.exec(calendarEvent(deadline(kind, on), contractNamed('x'), basis))?.[1]
  expect(idOf('due', '2026-02-01')).toBe(idOf('due', '2026-03-01'))
  expect(idOf('available', '2026-02-01')).not.toBe(idOf('available', '2026-03-01'))
})

test('no line is longer than 75 octets, no character is cut, and awkward titles read back', () => {
  for (const title of AWKWARD) {
    const text = calendarEvent(deadline('refund', '2026-02-01'), contractNamed(title), basis)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\n\r]/)
    }
    const summary = unfolded(text).find(line => line.startsWith('SUMMARY:'))
    const read = summary
      ?.replace(/^SUMMARY:.*?: /, '')
      .replaceAll(/\\(.)/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped))
    expect(read).toBe(title.replaceAll('\r\n', '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, ''))
  }
})
