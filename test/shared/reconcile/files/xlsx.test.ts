import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { isDayFormat } from '../../../../shared/reconcile/files/xlsx-styles.ts'
import { numberText, serialDay } from '../../../../shared/reconcile/files/xlsx-values.ts'
import { opened } from './opening.ts'
import { workbookOf, zipOf } from './zip-of.ts'

const TITLES =
  '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>Currency</t></is></c></row>'
const STRINGS = '<si><t>Date</t></si><si><r><t>Amo</t></r><r><t>unt</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-407]d\\.\\ mmm\\ yy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs>'

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const file = await opened(bytes)
  if (!file.ok) throw new Error(file.reason)
  return Papa.parse<string[]>(file.text.trimEnd(), { delimiter: '\t' }).data
}

test('the first sheet that is shown and has a table is read, each row on its own line', async () => {
  const rows = `${TITLES}<row r="5"><c r="A5" s="1"><v>46027</v></c><c r="B5" s="3"><v>-1234.5</v></c><c r="D5" t="str"><f>"E"&amp;"UR"</f><v>EUR</v></c></row><row><c s="2"><v>46028.75</v></c><c><f>SUM(B5)</f></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row><row><c t="d"><v>2026-01-07T00:00:00</v></c></row>`
  const book = workbookOf(
    [
      { name: 'Notes', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Exported by</t></is></c></row>' },
      { name: 'Hidden', rows, state: 'veryHidden' },
      { name: 'Payments', rows },
    ],
    { strings: STRINGS, styles: STYLES },
  )
  expect(await cellsOf(book)).toEqual([
    [''],
    [''],
    ['Date', 'Amount', '', 'Currency'],
    [''],
    ['2026-01-05', '-1234.5', '', 'EUR'],
    ['2026-01-06 18:00:00', '=SUM(B5)', 'TRUE', '#N/A'],
    ['2026-01-07'],
  ])
})

test('days are counted from 1904 where the workbook says so', async () => {
  const row = '<row><c s="1"><v>44565</v></c><c><v>1</v></c></row>'
  const book = workbookOf([{ name: 'A', rows: row + row }], { styles: STYLES, workbook: '<workbookPr date1904="1"/>' })
  expect((await cellsOf(book))[0]).toEqual(['2026-01-05', '1'])
})

test('a layout of another program, with its own names of files, is read too', async () => {
  const relations = (type: string, target: string): string =>
    `<?xml version="1.0"?><x:Relationships xmlns:x="u"><x:Relationship Target="${target}" Id="R1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}"/></x:Relationships>`
  const row = '<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t="n"><x:v>1.10</x:v></x:c></x:row>'
  const book = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>', isStored: true },
    { name: '_rels/.rels', content: relations('officeDocument', '/office/workbook.xml') },
    {
      name: 'office/workbook.xml',
      content: '<x:workbook xmlns:x="u" xmlns:r="v"><x:sheets><x:sheet name="a" r:id="R1"/></x:sheets></x:workbook>',
    },
    { name: 'office/_rels/workbook.xml.rels', content: relations('worksheet', '../office/./sheet.xml') },
    {
      name: 'office/sheet.xml',
      content: `<x:worksheet xmlns:x="u"><x:sheetData>${row}${row}</x:sheetData></x:worksheet>`,
    },
  ])
  expect(await cellsOf(book)).toEqual([
    ['a', '1.10'],
    ['a', '1.10'],
  ])
})

test.each([
  ['0', '0'],
  ['-12.5', '-12.5'],
  ['119.00000000000001', '119'],
  ['0.1', '0.1'],
  ['1.2345E3', '1234.5'],
  ['1E-7', '0.0000001'],
  ['1.234', '1.2340'],
  ['12345678901234567', '12345678901234600'],
  ['1e400', '1e400'],
  ['x', 'x'],
])('the number %s is written as %s', (value, text) => {
  expect(numberText(value)).toBe(text)
})

test('serial numbers are days as spreadsheets count them', () => {
  expect(serialDay('59', false)).toBe('1900-02-28')
  expect(serialDay('61', false)).toBe('1900-03-01')
  expect(serialDay('46027', false)).toBe('2026-01-05')
  expect(serialDay('0.5', false)).toBeUndefined()
  expect(serialDay('1e9', false)).toBeUndefined()
})

test.each([
  ['dd.mm.yyyy', true],
  ['mmm', true],
  ['[$-409]d-mmm-yy;@', true],
  ['h:mm', false],
  ['#,##0.00\\ "days"', false],
  ['[Red]-#,##0.00', false],
  ['General', false],
  ['Standard', false],
])('the format %s shows a day: %s', (code, isDay) => {
  expect(isDayFormat(code)).toBe(isDay)
})

const ROW = '<row><c><v>1</v></c><c><v>2</v></c></row>'

test.each([
  ['a workbook without a table', workbookOf([{ name: 'A', rows: '<row><c><v>1</v></c></row>' }]), 'no-table'],
  ['one that is hidden', workbookOf([{ name: 'A', rows: ROW + ROW, state: 'hidden' }]), 'no-table'],
  ['one with broken XML', workbookOf([{ name: 'A', rows: `${ROW}<row>` }]), 'damaged'],
  ['one with too many rows', workbookOf([{ name: 'A', rows: ROW.repeat(200_002) }]), 'too-many-rows'],
  [
    'one that repeats a long text',
    workbookOf([{ name: 'A', rows: '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(2_000) }], {
      strings: `<si><t>${'x'.repeat(40_000)}</t></si>`,
    }),
    'too-large',
  ],
])('%s is refused by name', async (_name, bytes, reason) => {
  expect(await opened(bytes)).toEqual({ ok: false, reason })
})
