import { expect, test } from 'vitest'
import { brief, bytesOf, opened, rowsOf } from './opening.ts'

test('a German bank’s statement is read by its subfields, its reversals, and its days of entry', async () => {
  const rows = await rowsOf(bytesOf('mt940-german.sta'))
  expect(rows.map(brief)).toEqual([
    ['2025-12-30', '1200.50', 'EUR', 'Kestrel Verlag und Soehne GmbH', '2026010200081', 'BOOKED'],
    ['2026-01-05', '-10.00', 'EUR', 'Gym on the Corner', '', 'BOOKED'],
    ['2026-01-06', '-40.00', 'EUR', '', '', 'BOOKED'],
    ['2026-01-06', '7.00', 'EUR', '', '2026010600082', 'BOOKED'],
    ['2026-01-08', '50.00', 'EUR', '', 'B-1', 'BOOKED'],
    ['not a movement', '', 'EUR', '', '', 'BOOKED'],
  ])
  expect(rows[0]).toMatchObject({ Text: 'Rechnung 17 Website redesign: Milestone 1 - Home', Type: 'GUTSCHRIFT' })
  expect(rows[3]).toMatchObject({ Text: 'supplementary' })
  expect(rows[4]).toMatchObject({ 'MT940 account': 'CH0000000000000003003' })
})

test('a Dutch bank’s statement is read by its words between slashes, in its envelope', async () => {
  const rows = await rowsOf(bytesOf('mt940-dutch.940'))
  expect(rows.map(brief)).toEqual([
    ['2026-01-31', '400.00', 'EUR', 'Harbour Books BV', '26031234567890', 'BOOKED'],
    ['2026-01-31', '-12.50', 'EUR', 'Oak Street Rentals', '26031234567891', 'BOOKED'],
    ['2026-01-31', '-3.10', 'EUR', '', '26031234567892', 'BOOKED'],
  ])
  expect(rows.map(row => row['Text'])).toEqual([
    'Newsletter January, second part',
    'Rent 2026-01',
    'Card payment at a shop that has a name as long as the whole line itself and a second line',
  ])
})

test.each([
  ['a report of the day', ':20:X\n:25:1\n:34F:EUR0,\n:61:260108C50,NMSC\n', 'mt942'],
  ['one without payments', ':20:X\n:25:1\n:60F:C260101EUR0,\n:62F:C260101EUR0,\n', 'no-rows'],
])('%s is refused by name', async (_name, text, reason) => {
  expect(await opened(text)).toEqual({ ok: false, reason })
})
