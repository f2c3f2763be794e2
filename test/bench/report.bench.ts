import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { exported } from '../../main/export/export.ts'
import { reportOf } from '../../main/queries/report.ts'
import { type QueryOf, querySchema } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { writeSampleBook } from '../../tools/sample-book/write.ts'

const TODAY = '2026-06-01' as IsoDate
/** About 100 000 entries. */
const CONTRACTS = 4_800
const ROUNDS = 7
const TURNS_A_ROUND = 9
/** Monthly sums are cached after the first report. */
const AT_LEAST_TIMES_FASTER = 100
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'KWD']

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const timed = (work: () => void): number => {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
const hasLedger = spawnSync('ledger', ['--version']).error === undefined

test.skipIf(!hasLedger)(
  'a report by month of a warm book is many times faster than ledger on the exported postings',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'escrowbook-report-'))
    try {
      const { entries } = await writeSampleBook(join(folder, 'book'), { contracts: CONTRACTS, seed: 1, today: TODAY })
      const opened = await Book.open(join(folder, 'book'), { today: () => TODAY, now: () => new Date() })
      if (!opened.ok) throw new Error(opened.refusal.code)
      const { book } = opened
      const journal = join(folder, 'book.journal')
      let text = ''
      for await (const piece of exported(book, { format: 'hledger', today: TODAY, now: new Date() })) text += piece.text
      await writeFile(journal, text)
      const queries = CURRENCIES.map(
        currency => querySchema.parse({ type: 'report', by: 'month', currency }) as QueryOf<'report'>,
      )
      const all = (): number => queries.reduce((rows, query) => rows + reportOf(book, query).rows.length, 0)
      expect(all()).toBeGreaterThan(20)
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        // A single call is too short to measure.
        for (let turn = 0; turn < TURNS_A_ROUND; turn++) ours.push(timed(all))
        theirs.push(
          timed(() =>
            execFileSync('ledger', ['-f', journal, 'reg', '-M', '--depth', '2'], {
              maxBuffer: 1 << 28,
              stdio: ['ignore', 'pipe', 'ignore'],
            }),
          ),
        )
      }
      const ratio = median(theirs) / median(ours)
      console.log(
        `month report over ${entries} entries, all currencies: ${median(ours).toFixed(1)} ms, at best ${Math.min(...ours).toFixed(1)}; ledger reg -M --depth 2: ${median(theirs).toFixed(0)} ms, at best ${Math.min(...theirs).toFixed(0)}; ${ratio.toFixed(0)} × faster (medians of ${ROUNDS}, in turn)`,
      )
      expect(ratio).toBeGreaterThan(AT_LEAST_TIMES_FASTER)
      await book.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
