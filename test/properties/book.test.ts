import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { ledgerPage } from '../../main/queries/ledger.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { Driver, type Kept } from './driver.ts'
import { FIRST_DAY, stepFrom } from './walk.ts'

const WALKS = 4
const STEPS = 120
/**
 * The steps at which the book is closed, which writes its checkpoint, and opened again: later steps
 * are the journal's tail.
 */
const CHECKPOINTS_AT = new Set([20, 50, 80])

let parent = ''

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'escrowbook-walk-'))
})
afterEach(() => rm(parent, { recursive: true }))

async function opened(folder: string, driver: Driver): Promise<Book> {
  const outcome = await Book.open(folder, {
    today: () => driver.today,
    now: () => new Date(`${driver.today}T12:00:00Z`),
  })
  if (!outcome.ok) throw new Error(`the book does not open: ${outcome.refusal.code}`)
  return outcome.book
}

/**
 * Opens copies of a book's files as after a crash: the journal alone, or with the latest
 * checkpoint.
 */
async function openedCopy(folder: string, files: readonly string[], driver: Driver): Promise<Book> {
  const copy = await mkdtemp(join(parent, 'copy-'))
  for (const file of files) await copyFile(join(folder, file), join(copy, file))
  return opened(copy, driver)
}

/** Closes a book once its figures are proved: only such figures are written. */
async function closeProved(book: Book): Promise<void> {
  expect((await book.checked()).state).toBe('ok')
  await book.close()
}

/** Expects the checkpoint of a closed book to hold what a fresh fold of its journal makes. */
async function expectFreshCheckpoint(folder: string, driver: Driver): Promise<void> {
  const copy = await mkdtemp(join(parent, 'copy-'))
  await copyFile(join(folder, 'journal.ndjson'), join(copy, 'journal.ndjson'))
  await (await opened(copy, driver)).close()
  const [kept, fresh] = await Promise.all(
    [folder, copy].map(async each => JSON.parse(await readFile(join(each, 'book.json'), 'utf8'))),
  )
  expect({ ...kept, seal: '' }).toEqual({ ...fresh, seal: '' })
}

/**
 * The ledger's rows with later annotations, without the time of recording, which the driver lacks.
 */
function rowsOf({ rows, entries }: Kept): Omit<LedgerRow, 'at'>[] {
  const texts = (entry: number, field: 'reference' | 'note'): string | null => {
    let text = entries.find(each => each.entry === entry)?.[field] ?? null
    for (const { events } of entries) {
      for (const event of events)
        if (event.type === 'entry-annotated' && event.entry === entry && event[field] !== undefined) text = event[field]
    }
    return text
  }
  return rows.map(({ at: _, ...row }) => ({
    ...row,
    reference: texts(row.entry, 'reference'),
    note: texts(row.entry, 'note'),
  }))
}

async function expectSameBook(book: Book, driver: Driver, live: Book): Promise<void> {
  expect([...book.everyContract()]).toEqual([...driver.contracts.values()].map(({ state }) => state))
  expect(book.info()).toMatchObject({
    entries: driver.entries,
    position: live.info().position,
    head: live.info().head,
    readOnly: false,
  })
  expect(book.closedUntil).toBe(driver.closedUntil)
  for (const [contractId, kept] of driver.contracts) {
    const { entries } = await ledgerPage(book, { type: 'ledger', contractId })
    expect(entries.map(({ row: { at: _, ...row } }) => row)).toEqual(rowsOf(kept))
    expect([...book.flows(contractId)]).toEqual([...kept.flows])
    for (const { entry } of kept.rows) expect(await book.entryToday(entry)).toBe(driver.entryToday(entry))
  }
  expect(await book.verify()).toMatchObject({ ok: true, problems: [], figures: { ok: true, count: 0 } })
}

async function walkThroughBook(numbers: readonly number[]): Promise<void> {
  const driver = new Driver(FIRST_DAY)
  const folder = await mkdtemp(join(parent, 'book-'))
  let book = await opened(folder, driver)
  for (const [index, drawn] of numbers.entries()) {
    if (CHECKPOINTS_AT.has(index)) {
      await closeProved(book)
      await expectFreshCheckpoint(folder, driver)
      book = await opened(folder, driver)
    }
    const { today, said } = stepFrom(driver, drawn)
    driver.today = today
    const happened = driver.execute(said)
    if (happened.command === undefined) continue
    const outcome = await book.execute(happened.command)
    if (!happened.ok || !outcome.ok)
      expect(outcome).toMatchObject({
        ok: happened.ok,
        ...(!happened.ok && { refusal: { code: happened.refusal.code } }),
      })
    else
      expect(outcome).toMatchObject({
        contractIds: happened.touched,
        warnings: happened.answer.warnings,
        value: happened.answer.value,
      })
    for (const [id, { state }] of driver.contracts) expect(book.anyContract(id)).toEqual(state)
  }
  await expectSameBook(book, driver, book)
  for (const files of [['journal.ndjson'], ['journal.ndjson', 'book.json']]) {
    const copy = await openedCopy(folder, files, driver)
    await expectSameBook(copy, driver, book)
    await copy.close()
  }
  await closeProved(book)
  await expectFreshCheckpoint(folder, driver)
}

test('the live book, a replay of its journal, and its checkpoint with the tail of the journal are the same book', {
  timeout: 120_000,
}, async () => {
  const drawn = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  await fc.assert(fc.asyncProperty(fc.array(drawn, { minLength: STEPS, maxLength: STEPS }), walkThroughBook), {
    numRuns: WALKS,
    endOnFailure: true,
  })
})
