import { expect, test } from 'vitest'
import { brief, bytesOf, opened, rowsOf } from './opening.ts'

test('SGML is read with tags that have no end, a lone ampersand, and the encoding it declares', async () => {
  const rows = await rowsOf(bytesOf('ofx-sgml.qfx'))
  expect(rows.map(brief)).toEqual([
    ['2026-02-03', '400.00', 'USD', 'AT&T <b and co', '000111222 2026020301', 'BOOKED'],
    ['2026-02-04', '-12.5', 'USD', 'Café Harbour', '000111222 2026020402', 'BOOKED'],
    ['2026-02-05', '-100.25', 'EUR', 'Savings', '000111222 2026020503', 'BOOKED'],
  ])
  expect(rows.map(row => row['Text'])).toEqual(['Invoice 7 & more', '', ''])
})

test('XML is read too; a correction and a pending row are not booked', async () => {
  const rows = await rowsOf(bytesOf('ofx-xml.ofx'))
  expect(rows.map(brief)).toEqual([
    ['2026-02-10', '-35.00', 'EUR', 'Kestrel & Söhne', 'XXXX-4412 A-1', 'BOOKED'],
    ['2026-02-11', '35.00', 'EUR', 'Kestrel', 'XXXX-4412 A-2', 'DELETE'],
    ['2026-02-28', '-1.00', 'EUR', 'Parking', '', 'PENDING'],
  ])
  expect(rows[0]?.['Text']).toBe('Logo <draft> & more')
})

test.each([
  ['a statement of investments', '<OFX><INVSTMTRS><INVTRANLIST></INVTRANLIST></INVSTMTRS></OFX>', 'ofx-investment'],
  ['one without payments', '<OFX><BANKTRANLIST></BANKTRANLIST></OFX>', 'no-rows'],
])('%s is refused by name', async (_name, text, reason) => {
  expect(await opened(text)).toEqual({ ok: false, reason })
})

test('a file of nothing but beginnings of tags is read to its end', async () => {
  expect(await opened(`<OFX>${'<'.repeat(31_000_000)}`)).toEqual({ ok: false, reason: 'no-rows' })
})
