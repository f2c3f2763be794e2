import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { Statements } from '../../main/reconcile/statements.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { toDecimals } from '../../shared/money/money.ts'
import { writeSampleBook } from '../../tools/sample-book/write.ts'

const TODAY = '2026-06-01' as IsoDate
const CONTRACTS = 10_000
const ROWS = 10_000
const ROUNDS = 9
const AT_MOST_TIMES = 3
const LONGEST_BLOCK_MS = 50

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const HEAD =
  'Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method'
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/**
 * A freelancer's report with this many rows for payments of the book, newest first, with a row for
 * each fee. A payment that has a reference keeps it as its id, others get an id new to the book,
 * and every twentieth payment appears again under another id and day, which makes it new.
 */
async function reportOf(book: Book, rows: number): Promise<string> {
  const moves = await book.moves()
  const contracts = [...book.contracts()]
  const lines: string[] = []
  for (let entry = moves.entries; entry > 0 && lines.length < rows; entry--) {
    const move = moves.moveOf(entry)
    const contract = contracts[moves.contractNumberOf(entry) - 1]
    if (
      move === undefined ||
      contract?.currency !== 'USD' ||
      !moves.isStandingMove(entry) ||
      (move.kind !== 'release' && move.kind !== 'bonus')
    )
      continue
    const reference = book.annotations(contract.id).find(each => each.entry === entry)?.reference
    const line = (id: string, days: number, type: string, summary: string, amount: string): string =>
      `"${DAY.format(Date.parse(addDays(addDays('1970-01-01' as IsoDate, moves.dayNumberOf(entry)), days)))}",${id},${type},"${summary}","${contract.title}",,,,,"${contract.freelancer}","${contract.client}","${contract.client}",,,${amount},,,0.00,`
    const id = reference ?? `N${entry}`
    const type = move.kind === 'bonus' ? 'Bonus' : 'Fixed-price'
    if (move.fee > 0)
      lines.push(line(`F${entry}`, 0, 'Service Fee', `Service Fee - Ref ID ${id}`, `-${toDecimals(move.fee, 2)}`))
    lines.push(line(id, 0, type, `Invoice, ${contract.title}`, toDecimals(move.amount, 2)))
    if (entry % 20 === 0) lines.push(line(`X${entry}`, -20, 'Bonus', `Bonus, ${contract.title}`, '12.34'))
  }
  return `${HEAD}\n${lines.slice(0, rows).join('\n')}\n`
}

async function measured(
  rows: number,
  inBook: Book,
): Promise<{ ours: number; theirs: number; block: number; told: string }> {
  const text = await reportOf(inBook, rows)
  const ours: number[] = []
  const theirs: number[] = []
  let block = 0
  let told = ''
  for (let round = 0; round < ROUNDS; round++) {
    let begun = performance.now()
    expect(Papa.parse(text).data.length).toBeGreaterThan(rows)
    const references = new Map<string, number>()
    for (const { id } of inBook.contracts())
      for (const { entry, reference } of inBook.annotations(id))
        if (reference !== undefined) references.set(reference, entry)
    theirs.push(performance.now() - begun)
    const statements = new Statements({ book: inBook, locale: 'en', today: () => TODAY, keptColumns: () => undefined })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    begun = performance.now()
    const outcome = await statements.match({ type: 'match-statement', text })
    ours.push(performance.now() - begun)
    delay.disable()
    // The first round includes compilation.
    if (round > 0) block = Math.max(block, delay.max / 1e6)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value.counts.bad).toBe(0)
    told = JSON.stringify(outcome.value.counts)
  }
  return { ours: median(ours), theirs: median(theirs), block, told }
}

test('matching a statement takes a few times as long as parsing it and scanning the references once, and never blocks the window', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-reconcile-'))
  try {
    await writeSampleBook(join(folder, 'book'), { contracts: CONTRACTS, seed: 1, today: TODAY })
    const opened = await Book.open(join(folder, 'book'), { today: () => TODAY, now: () => new Date() })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { book } = opened
    const { entries } = book.info()
    const { ours, theirs, block, told } = await measured(ROWS, book)
    const ratio = ours / theirs
    console.log(
      `${ROWS} rows against ${CONTRACTS} contracts, ${entries} entries: ${ours.toFixed(0)} ms; papaparse and one pass over the references: ${theirs.toFixed(0)} ms; ${ratio.toFixed(2)} ×; longest block ${block.toFixed(0)} ms (medians of ${ROUNDS}, in turn); ${told}`,
    )
    expect(ratio).toBeLessThan(AT_MOST_TIMES)
    expect(block).toBeLessThan(LONGEST_BLOCK_MS)
    await book.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
