import { expect, test } from 'vitest'
import { brief, bytesOf, opened, rowsOf } from './opening.ts'
import { zipOf } from './zip-of.ts'

test('a German bank’s statement gives a row for each booking, split where its details add up to it', async () => {
  const rows = await rowsOf(bytesOf('camt-german.xml'))
  expect(rows.map(brief)).toEqual([
    ['2026-01-05', '1200.00', 'EUR', 'Kestrel Verlag & Söhne GmbH', '2026010500081501000', 'BOOKED'],
    ['2026-01-07', '-100.00', 'EUR', 'Oak Street Rentals', '2026010700081502000-1', 'BOOKED'],
    ['2026-01-07', '-200.00', 'EUR', 'City Grocer', '2026010700081502000-2', 'BOOKED'],
    ['2026-01-08', '-250.00', 'EUR', '', '2026010800081503000', 'BOOKED'],
    ['2026-01-09', '40.00', 'EUR', 'Gym on the Corner', '2026010900081504000', 'BOOKED'],
    ['2026-01-31', '-9.99', 'EUR', '', '', 'PDNG'],
    ['2026-01-31', '-1.00', 'EUR', '', '', 'INFO'],
  ])
  expect(rows[0]).toMatchObject({
    'CAMT.053 account': 'DE00000000000000001001',
    Text: 'Rechnung 17, Website redesign: Milestone 1 - Home',
    Type: 'GUTSCHR. UEBERWEISUNG',
  })
})

test('a Swiss bank’s statement is read with its prefix, its version’s parties, and several accounts', async () => {
  const rows = await rowsOf(bytesOf('camt-swiss.xml'))
  expect(rows.map(brief)).toEqual([
    ['2026-02-03', '1000.50', 'CHF', 'Kestrel AG', 'Z20260203-001-A', 'BOOKED'],
    ['2026-02-03', '500', 'CHF', 'Harbour Books', 'Z20260203-001-2', 'BOOKED'],
    ['2026-02-04', '-20', 'USD', 'Payer Who Took It Back', '', 'BOOKED'],
  ])
  expect(rows.map(row => [row['CAMT.053 account'], row['Text']])).toEqual([
    ['CH0000000000000003003', '210000000000000000000000017 Logo'],
    ['CH0000000000000003003', 'Zahlung ohne Mitteilung'],
    ['0123-456', ''],
  ])
})

test('a ZIP of statements, as banks deliver them, is read as one', async () => {
  const zip = zipOf([
    { name: '2026-01.xml', content: bytesOf('camt-german.xml') },
    { name: 'folder/', content: '' },
    { name: 'folder/2026-02', content: bytesOf('camt-swiss.xml'), isStored: true },
    { name: '__MACOSX/._2026-01.xml', content: 'x' },
  ])
  expect(await rowsOf(zip)).toHaveLength(10)
})

const [HEAD, FOOT] = ['<Document><BkToCstmrStmt><Stmt>', '</Stmt></BkToCstmrStmt></Document>']
const ENTRY =
  '<Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-01</Dt></BookgDt><AddtlNtryInf>X</AddtlNtryInf></Ntry>'

test.each([
  ['a report of the day', HEAD.replace('BkToCstmrStmt', 'BkToCstmrAcctRpt'), 'camt-052'],
  ['a notification', HEAD.replace('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'), 'camt-054'],
  ['a statement without payments', `${HEAD}${FOOT}`, 'no-rows'],
  ['one that is cut off', `${HEAD}${ENTRY}`, 'damaged'],
  ['one with a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${HEAD}${ENTRY}${FOOT}`, 'damaged'],
  ['one with an entity of its own', `${HEAD}${ENTRY.replace('X', '&a;')}${FOOT}`, 'damaged'],
  ['one nested without end', `${HEAD}${'<Ntry>'.repeat(100_000)}`, 'damaged'],
  ['one with a name without end', `${HEAD}<${'N'.repeat(3_000_000)}`, 'damaged'],
  ['an order of payments', '<Document><CstmrCdtTrfInitn/></Document>', 'other-xml'],
])('%s is refused by name', async (_name, xml, reason) => {
  expect(await opened(xml)).toEqual({ ok: false, reason })
})

test('an amount without a direction stays unreadable, and is not taken for money in', async () => {
  const rows = await rowsOf(`${HEAD}${ENTRY.replace('<CdtDbtInd>CRDT</CdtDbtInd>', '')}${FOOT}`)
  expect(rows[0]).toMatchObject({ Amount: '5 ?' })
})

test('an encoding that the file declares is believed', async () => {
  const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${HEAD}${ENTRY.replace('X', 'Gebühr')}${FOOT}`
  expect(await rowsOf(new Uint8Array(Buffer.from(xml, 'latin1')))).toMatchObject([{ Type: 'Gebühr' }])
})
