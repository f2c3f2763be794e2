import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { exported } from '../../main/export/export.ts'
import { journalLines } from '../../main/export/journal-lines.ts'
import { ledgerPages, snapshotOf } from '../../main/export/ledger-rows.ts'
import { writeNewFile } from '../../main/export/new-file.ts'
import { saveExport } from '../../main/export/save.ts'
import type { ExportFormat } from '../../shared/api/export-formats.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { writeSampleBook } from '../../tools/sample-book/write.ts'

const TODAY = '2026-06-01' as IsoDate
const NOW = new Date(`${TODAY}T12:00:00Z`)
/** About 100 000 entries. */
const CONTRACTS = 5_000
const ROUNDS = 7
const AT_MOST_TIMES = 2
const FORMATS = ['csv', 'hledger', 'beancount', 'json'] as const

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The chunks of an export, as written to its file. */
async function piecesOf(book: Book, format: ExportFormat): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = []
  for await (const { text } of exported(book, { format, today: TODAY, now: NOW })) pieces.push(Buffer.from(text))
  return pieces
}

/**
 * The baseline: the same bytes, and the same reading and folding of the book before each chunk,
 * without building the export.
 */
async function* theSame(book: Book, format: ExportFormat, pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  let place = 0
  if (format === 'json') {
    let lines = 0
    for (const line of journalLines(book)) lines += line.length > 0 ? 1 : 0
    if (lines === 0) throw new Error('an empty book')
  } else {
    const order = format === 'csv' ? 'recorded' : 'by-day'
    for await (const { rows } of ledgerPages(book, snapshotOf(book, {}), {}, order)) {
      if (rows.length === 0) throw new Error('an empty page')
      const piece = pieces[place++]
      if (piece !== undefined) yield piece
    }
  }
  yield* pieces.slice(place)
}

test('an export takes at most twice as long as reading the book and writing the same bytes', {
  timeout: 600_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-export-bench-'))
  try {
    await writeSampleBook(join(folder, 'book'), { contracts: CONTRACTS, seed: 1, today: TODAY })
    const opened = await Book.open(join(folder, 'book'), { today: () => TODAY, now: () => NOW })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { book } = opened
    const { signal } = new AbortController()
    let files = 0
    const target = () => ({ path: join(folder, `${++files}`), mayReplace: false, signal })
    const ratios: number[] = []
    for (const format of FORMATS) {
      const pieces = await piecesOf(book, format)
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        theirs.push(await timed(() => writeNewFile(target(), theSame(book, format, pieces))))
        ours.push(
          await timed(() =>
            saveExport(book, { format, today: TODAY, now: NOW }, { ...target(), progress: () => undefined }),
          ),
        )
        await Promise.all([rm(join(folder, `${files}`)), rm(join(folder, `${files - 1}`))])
      }
      const ratio = median(ours) / median(theirs)
      ratios.push(ratio)
      const megabytes = pieces.reduce((total, piece) => total + piece.length, 0) / 1e6
      console.log(
        `${format}: ${book.info().entries} entries, ${megabytes.toFixed(1)} MB: ${median(ours).toFixed(0)} ms; the same bytes with the same fold: ${median(theirs).toFixed(0)} ms; ${ratio.toFixed(2)} × (medians of ${ROUNDS}, in turn)`,
      )
    }
    expect(Math.max(...ratios)).toBeLessThan(AT_MOST_TIMES)
    await book.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
