import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { answerError } from '../../../main/answers/refusal-answer.ts'
import { Book } from '../../../main/book/book.ts'
import { takeLock } from '../../../main/book/folder/lock.ts'
import { compile } from '../../../tools/compile.mjs'
import { Clock, closeBook, codeOf, newFolder, OPENING, openBook, parse, record, writtenBook } from '../fixture.ts'

/** A pid that no process has: it is above the limit of all systems. */
const NO_PROCESS = 2 ** 30

const stale = { pid: NO_PROCESS, host: hostname(), since: '2020-01-01T00:00:00.000Z', bornAt: null, token: 'stale' }
/** The locks that people can read. */
const locksIn = (folder: string): string[] => readdirSync(folder).filter(name => /^lock\.\d+$/.test(name))

function folderWithLock(lock: unknown, name = 'lock.1'): string {
  const folder = newFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, name), typeof lock === 'string' ? lock : JSON.stringify(lock))
  return folder
}

let children: (name: string) => URL
beforeAll(async () => {
  children = await compile('test-openers', {
    opener: 'test/book/children/opener.ts',
    hammer: 'test/book/children/hammer.ts',
    taker: 'test/book/children/lock-taker.ts',
  })
}, 60_000)

test('an open book is refused, naming the process that has it; closing releases it', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  const second = await Book.open(folder, new Clock().options)
  expect(second).toMatchObject({
    ok: false,
    refusal: { code: 'book-locked', variant: 'near', params: { pid: String(process.pid), host: hostname() } },
  })
  if (!second.ok)
    expect(answerError(second.refusal, { locale: 'en', decimals: 2 }).message, 'no advice to delete it').not.toMatch(
      /delete/,
    )
  await closeBook(book)
  expect(locksIn(folder)).toEqual([])
  await openBook(folder)
})

test.each([
  ['a process that has ended', stale],
  ['an earlier process with the same pid', { ...stale, pid: process.pid, bornAt: 'another boot/1' }],
])('a lock of %s is taken over', async (_, lock) => {
  const folder = folderWithLock(lock)
  const book = await openBook(folder)
  expect(locksIn(folder)).toEqual(['lock.2'])
  await closeBook(book)
})

async function expectRespected(lock: unknown, params: object): Promise<void> {
  const folder = folderWithLock(lock)
  expect(await Book.open(folder, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'book-locked', params },
  })
  expect(locksIn(folder)).toEqual(['lock.1'])
}

test('a lock of another computer is respected', () =>
  expectRespected({ ...stale, host: 'laptop-of-dana' }, { host: 'laptop-of-dana' }))

test.skipIf(process.platform !== 'linux')('a lock of a process that is running is respected', () =>
  expectRespected({ ...stale, pid: process.ppid, since: new Date().toISOString() }, { pid: String(process.ppid) }),
)

test('a lock file that is still being written is respected', async () => {
  expect(codeOf(await Book.open(folderWithLock(''), new Clock().options))).toBe('book-locked')
})

test('of many processes that open a book at once, exactly one gets it, stale lock or not', async () => {
  for (const before of [undefined, stale, stale]) {
    const folder = await writtenBook()
    if (before !== undefined) writeFileSync(join(folder, 'lock.4'), JSON.stringify(before))
    const racers = await Promise.all(Array.from({ length: 6 }, () => openedByChild(folder)))
    await Promise.all(racers.map(({ end }) => end()))
    const outcomes = racers.map(({ outcome }) => outcome)
    expect(outcomes.filter(outcome => outcome === 'opened')).toHaveLength(1)
    expect(outcomes.filter(outcome => outcome === 'book-locked')).toHaveLength(5)
    const book = await openBook(folder)
    expect(await book.verify()).toMatchObject({ ok: true, entries: 5 })
    await closeBook(book)
    rmSync(folder, { recursive: true })
  }
}, 60_000)

/**
 * Starts a child that opens the book and, if it can, records an entry. Returns the outcome, and a
 * function that kills the child, so that its lock stays.
 */
async function openedByChild(folder: string): Promise<{ outcome: string; end: () => Promise<void> }> {
  const child = fork(children('opener'), [folder], { execArgv: [] })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const outcome = await new Promise<string>((resolve, reject) => {
    child.on('message', message => resolve(String(message)))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`the child ended with ${code}`)))
  })
  const end = (): Promise<void> => {
    child.kill('SIGKILL')
    return ended
  }
  return { outcome, end }
}

/** A child that opens the book repeatedly, and the results it reported. */
class Hammer {
  readonly recorded: string[] = []
  readonly refused = new Map<string, number>()
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>

  constructor(folder: string, name: string) {
    this.#child = fork(children('hammer'), [folder, name], { execArgv: [] })
    this.#child.on('message', message => {
      const { recorded, refused } = message as { readonly recorded?: string; readonly refused?: string }
      if (recorded !== undefined) this.recorded.push(recorded)
      if (refused !== undefined) this.refused.set(refused, (this.refused.get(refused) ?? 0) + 1)
    })
    this.#ended = new Promise(resolve => this.#child.on('exit', resolve))
  }

  async stop(): Promise<void> {
    this.#child.send('stop')
    expect(await this.#ended).toBe(0)
  }
}

test('processes that compete for the lock never write at the same time, and every confirmed entry is there', async () => {
  const folder = await writtenBook()
  const hammers = ['one', 'two', 'three'].map(name => new Hammer(folder, name))
  const own: string[] = []
  const refusals = (): number => hammers.reduce((sum, { refused }) => sum + (refused.get('book-locked') ?? 0), 0)
  for (let turn = 1; turn <= 12 || hammers.some(({ recorded }) => recorded.length < 3); turn++) {
    const opened = await Book.open(folder, new Clock().options)
    if (!opened.ok) {
      expect(opened.refusal.code).toBe('book-locked')
      await new Promise(resolve => setTimeout(resolve, 5))
      continue
    }
    // Held until the others have tried while it is being written.
    const before = refusals()
    for (let entry = 1; entry <= 20 || refusals() < before + 3; entry++) {
      const reference = `own ${turn}.${entry}`
      await record(opened.book, { type: 'bonus', contractId: 'C0001', amount: 1, reference })
      own.push(reference)
      await new Promise(resolve => setImmediate(resolve))
    }
    await opened.book.close()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  await Promise.all(hammers.map(hammer => hammer.stop()))
  for (const { refused } of hammers) expect([...refused.keys()]).toEqual(['book-locked'])
  const book = await openBook(folder)
  expect(await book.verify()).toMatchObject({ ok: true })
  const confirmed = [...own, ...hammers.flatMap(({ recorded }) => recorded)]
  const recorded = (await book.records({ offset: 4 })).rows.map(({ reference }) => reference)
  expect(recorded.toSorted()).toEqual(confirmed.toSorted())
  expect(locksIn(folder)).toHaveLength(1)
}, 120_000)

test('of processes that take the lock as fast as they can, no two ever hold it at once', async () => {
  const folder = newFolder()
  mkdirSync(folder)
  const counts = await Promise.all(
    Array.from(
      { length: 8 },
      () =>
        new Promise<{ taken: number; shared: number }>(resolve => {
          fork(children('taker'), [folder, '4000'], { execArgv: [] }).on('message', message =>
            resolve(message as { taken: number; shared: number }),
          )
        }),
    ),
  )
  expect(counts.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(20)
  expect(counts.reduce((sum, { shared }) => sum + shared, 0)).toBe(0)
}, 60_000)

test('of racers for a stale lock in one process, exactly one wins in every round', async () => {
  const folder = newFolder()
  mkdirSync(folder)
  for (let round = 0; round < 40; round++) {
    writeFileSync(join(folder, 'lock.7'), JSON.stringify({ ...stale, token: `stale ${round}` }))
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => takeLock(folder, new Date())))
    const won = outcomes.filter(outcome => outcome.ok)
    expect(won).toHaveLength(1)
    for (const lock of won) lock.release()
    expect(locksIn(folder)).toEqual([])
  }
})

test('entries by another writer are noticed before anything is written over them', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  await book.execute(parse(OPENING))
  const path = join(folder, 'journal.ndjson')
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, `${before}{"by":"another"}\n`)
  expect(codeOf(await book.execute(parse(OPENING)))).toBe('write-failed')
  expect(readFileSync(path, 'utf8')).toBe(`${before}{"by":"another"}\n`)
})
