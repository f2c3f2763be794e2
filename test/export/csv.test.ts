import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvHead, csvLines, textCell } from '../../main/export/csv.ts'
import { AWKWARD } from './awkward.ts'
import { randomBook } from './random-book.ts'

const { contracts, rows } = randomBook(3, 200)

function contractOf(contractId: string) {
  const contract = contracts.find(({ id }) => id === contractId)
  if (contract === undefined) throw new Error(`no contract ${contractId}`)
  return contract
}

/** Returns every cell by the title of its column, as a spreadsheet reads the text. */
function read(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

test('the file begins with a byte order mark, and every line ends with CR LF', () => {
  const text = csvHead() + csvLines(rows, contractOf)
  expect(Buffer.from(text).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(text.endsWith('\r\n')).toBe(true)
})

test('every row of the ledger is included, reversed ones and reversals too, and its amounts sum to zero', () => {
  const cells = read(csvHead() + csvLines(rows, contractOf))
  expect(cells.map(row => Number(row['Entry']))).toEqual(rows.map(({ entry }) => entry))
  expect(cells.filter(row => row['Reversed by'] !== '').length).toBe(
    rows.filter(({ reversedBy }) => reversedBy !== undefined).length,
  )
  const amounts = ['To client', 'To freelancer', 'To escrow', 'Client fee', 'Freelancer fee', 'Contract fee']
  for (const row of cells) {
    for (const column of [...amounts, 'Escrow balance']) expect(row[column]).toMatch(/^-?\d+(\.\d+)?$/)
    const digits = contractOf(String(row['Contract'])).decimals
    const total = amounts.reduce((sum, column) => sum + Math.round(Number(row[column]) * 10 ** digits), 0)
    expect(Math.abs(total)).toBe(0)
  }
})

test('text that a person wrote never becomes a formula, and is otherwise unchanged', () => {
  const [row] = rows
  if (row === undefined) throw new Error('a book without rows')
  const texts = [...AWKWARD, '\tx', '\rx', '=1\n+2']
  const cells = read(
    csvHead() +
      csvLines(
        texts.map(note => ({ ...row, note })),
        contractOf,
      ),
  )
  for (const [place, text] of texts.entries()) {
    const cell = cells[place]?.['Note']
    expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(cell?.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
  }
})

test.each([
  ['x;=1+1;y', "x;'=1+1;y"],
  ['＝1+1', "'＝1+1"],
  ['x,＋1', "x,'＋1"],
  ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
  ['a|-2', "a|'-2"],
  ['a; =1', "a;' =1"],
  ['first\n=2', "first\n'=2"],
  ['Dana, - agreed; 5 + 5 = 10', 'Dana, - agreed; 5 + 5 = 10'],
])('a spreadsheet that parts cells elsewhere finds no formula either: %j', (text, cell) => {
  expect(textCell(text)).toBe(cell)
})
