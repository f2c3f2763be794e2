import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { rowsByColumns } from '../../../main/reconcile/read/by-columns.ts'
import { guessedColumns } from '../../../main/reconcile/read/guess.ts'
import { readTable } from '../../../main/reconcile/read/table.ts'
import { Slices } from '../../../main/scheduling/slices.ts'
import { openStatementFile } from '../../../shared/reconcile/files/open-file.ts'
import { Chance } from '../../properties/chance.ts'
import { workbookOf, zipOf } from '../../shared/reconcile/files/zip-of.ts'
import { mutated } from './mutations.ts'

const FILES = Number(process.env['ESCROWBOOK_FILES'] ?? 700)
const SEED = Number(process.env['ESCROWBOOK_SEED'] ?? 20_260_131)
const LIMIT_MS = 60_000 + 10 * FILES
const LONGEST_MS = 1_000
const MOST_BYTES = 500_000_000

const filesIn = (folder: string): readonly Uint8Array[] =>
  readdirSync(resolve(import.meta.dirname, folder)).map(
    name => new Uint8Array(readFileSync(join(resolve(import.meta.dirname, folder), name))),
  )

const BANKS = filesIn('../../shared/reconcile/files/fixtures')
const SHEET =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Amount</t></is></c></row><row r="2"><c r="A2" s="1"><v>46027</v></c><c r="B2"><f>A1</f><v>5</v></c></row>'
const SEEDS: readonly Uint8Array[] = [
  ...BANKS,
  ...filesIn('../fixtures'),
  workbookOf([{ name: 'A', rows: SHEET }], {
    strings: '<si><t>Date</t></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  }),
  zipOf(BANKS.slice(0, 2).map((content, i) => ({ name: `${i}.xml`, content, isStored: i === 0 }))),
]

async function read(bytes: Uint8Array): Promise<void> {
  const file = await openStatementFile(bytes, { language: 'de' })
  if (!file.ok) return
  const slices = new Slices()
  const table = await readTable(file.text, slices)
  if (!table.ok) return
  const guess = guessedColumns(table.value.header, table.value.rows)
  await rowsByColumns(table.value, { ...guess, inCurrency: 'EUR', dateOrder: 'day-month-year' }, undefined, slices)
}

test(
  `of ${FILES} mutated statements (ESCROWBOOK_SEED=${SEED}), none hangs, crashes, or takes much memory`,
  async () => {
    const chance = new Chance(SEED)
    let [longest, most] = [0, 0]
    const before = process.memoryUsage().rss
    for (let count = 1; count <= FILES; count++) {
      const bytes = mutated(chance, SEEDS)
      const began = performance.now()
      await read(bytes).catch(problem => {
        throw new Error(`file ${count} of seed ${SEED}: ${problem instanceof Error ? problem.stack : String(problem)}`)
      })
      const took = performance.now() - began
      longest = Math.max(longest, took)
      most = Math.max(most, process.memoryUsage().rss - before)
      // A busy machine may hold up one; what takes long by itself does so again.
      if (took > LONGEST_MS) {
        const again = performance.now()
        await read(bytes)
        expect(performance.now() - again, `file ${count} of seed ${SEED}`).toBeLessThan(LONGEST_MS)
      }
    }
    expect(most).toBeLessThan(MOST_BYTES)
    if (process.env['ESCROWBOOK_FILES'] !== undefined)
      process.stdout.write(`longest ${Math.round(longest)} ms, most memory ${Math.round(most / 1e6)} MB\n`)
  },
  LIMIT_MS,
)
