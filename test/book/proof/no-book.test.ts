import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerError } from '../../../main/answers/refusal-answer.ts'
import { journalOf, madeBackup } from '../backups/backed-up-book.ts'
import {
  closeBook,
  codeOf,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  parse,
  record,
  recordAll,
  settledHealth,
  writtenBook,
} from '../fixture.ts'
import { checkpointIn, copyOf, sealIn } from './forging.ts'
import { rechain, releaseTooMuch } from './unfoldable.ts'

const TOO_MUCH = 'entry 3 releases money that is not there'
const bonus = { type: 'bonus', contractId: 'C0001', amount: 100 } as const

/** The folder of a closed book whose checkpoint covers its first `covered` lines; none if 0. */
async function bookCoveredTo(covered: number): Promise<string> {
  const folder = newFolder()
  const commands = [OPENING, ...MOVES]
  await closeBook(await recordAll(await openBook(folder), commands.slice(0, covered)))
  const early = covered === 0 ? undefined : readFileSync(join(folder, 'book.json'))
  await closeBook(await recordAll(await openBook(folder), commands.slice(covered)))
  if (early === undefined) rmSync(join(folder, 'book.json'))
  else writeFileSync(join(folder, 'book.json'), early)
  return folder
}

test.each([4, 2, 0])(
  'a whole chain that makes no book is damage, and the entry and its fault are named (checkpoint up to line %i)',
  async covered => {
    const folder = await bookCoveredTo(covered)
    rechain(folder, releaseTooMuch(3))
    const lines = journalOf(folder).toString().split('\n')
    if (covered > 0) {
      const data = checkpointIn(folder)
      const covering = lines.slice(0, covered)
      sealIn(folder, {
        ...data,
        hash: JSON.parse(covering.at(-1) ?? '').hash,
        offset: Buffer.byteLength(`${covering.join('\n')}\n`),
      })
    }
    const book = await openBook(folder)
    await book.proved()
    const health = await settledHealth(book)
    expect(health).toMatchObject({ state: 'damaged', line: 3 })
    expect(health.message).toContain(TOO_MUCH)
    expect(book.info()).toMatchObject({ readOnly: true, entries: 2 })
    expect(book.contract('C0001')?.released).toBe(0)
    expect((await book.records()).total).toBe(2)
    expect(await book.verify()).toMatchObject({
      ok: false,
      problems: [{ line: 3, code: 'unaccepted', params: { entry: 3, fault: 'release' } }],
      figures: { ok: false },
    })
    expect(codeOf(await book.execute(parse(bonus)))).toBe('book-read-only')
  },
)

test('the fault of a record is named, whatever it is', async () => {
  const faults: readonly [change: (events: Record<string, unknown>) => void, line: number, text: string][] = [
    [events => Object.assign(events, { milestoneId: 'M9' }), 3, 'entry 3 is about a milestone that is not there'],
    [
      events => Object.assign(events, { carried: 5_000_000 }),
      2,
      'entry 2 funds a milestone with money that is not there',
    ],
    [
      events => Object.assign(events, { type: 'entry-reversed', entry: 1 }),
      3,
      'entry 3 takes back an entry that it cannot take back',
    ],
    [events => Object.assign(events, { amount: -1 }), 3, 'entry 3'],
  ]
  for (const [change, line, text] of faults) {
    const folder = await writtenBook()
    rechain(folder, lines => change(lines[line - 1]?.entries[0]?.events[0] ?? {}))
    const health = await settledHealth(await openBook(folder))
    expect(health, text).toMatchObject({ state: 'damaged', line })
    expect(health.message).toContain(text)
  }
  const unopened = await writtenBook()
  rechain(unopened, lines =>
    lines[0]?.entries.splice(0, 1, ...(lines[1]?.entries ?? []).map(each => ({ ...each, entry: 1 }))),
  )
  expect(await settledHealth(await openBook(unopened))).toMatchObject({ state: 'damaged', line: 1 })
})

test.each(['event', 'command', 'subject'])(
  'something that this version does not know (%s) is no damage: the app says so, and offers no backup',
  async what => {
    const folder = newFolder()
    const made = await recordAll(await openBook(folder), [OPENING, ...MOVES])
    await madeBackup(made)
    await closeBook(made)
    rechain(folder, lines => {
      const entry = lines[2]?.entries[0]
      if (entry === undefined) throw new Error('there is no third line')
      if (what === 'event') Object.assign(entry.events[0] ?? {}, { type: 'tip-paid' })
      else if (what === 'command') Object.assign(entry, { type: 'tip' })
      else
        lines[2]?.entries.splice(0, 1, {
          entry: null,
          of: 'T0001',
          type: 'open-tag',
          events: [{ type: 'tag-opened' }],
        })
    })
    rmSync(join(folder, 'book.json'))
    for (const at of ['start', 'again']) {
      const book = await openBook(folder)
      const health = await settledHealth(book)
      expect(health, at).toMatchObject({ state: 'newer', line: 3 })
      expect(health.message).toMatch(/Line 3 .* does not know \((tip|tip-paid|tag-opened)\)\. Update the app/)
      expect(health.backup).toBeUndefined()
      expect(book.info()).toMatchObject({ readOnly: true, entries: 2 })
      expect(await book.verify()).toMatchObject({ ok: true, problems: [], figures: { ok: false } })
      expect(await settledHealth(book)).toMatchObject({ state: 'newer' })
      expect(codeOf(await book.execute(parse(bonus)))).toBe('book-read-only')
      await closeBook(book)
    }
  },
)

test('a backup that makes no book is neither offered nor restored, and the refusal says why', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const good = await madeBackup(book)
  const other = copyOf(folder)
  rechain(other, releaseTooMuch(3))
  const bad = '2026-02-01T11-00-00.000Z.asked.4.ndjson.gz'
  writeFileSync(join(folder, 'backups', bad), gzipSync(journalOf(other)))
  rechain(other, lines => Object.assign(lines[2]?.entries[0]?.events[0] ?? {}, { type: 'tip-paid' }))
  const newer = '2026-02-01T12-00-00.000Z.asked.4.ndjson.gz'
  writeFileSync(join(folder, 'backups', newer), gzipSync(journalOf(other)))
  const before = journalOf(folder)
  for (const [id, text] of [
    [bad, TOO_MUCH],
    [newer, 'does not know (tip-paid)'],
  ] as const) {
    const refused = await book.restore(id)
    if (refused.ok) throw new Error(`${id} was restored`)
    expect(refused.refusal.code).toBe('bad-input')
    expect(answerError(refused.refusal, { locale: 'en', decimals: 2 }).message).toContain(text)
    expect(journalOf(folder)).toEqual(before)
  }
  expect(await record(book, bonus)).toMatchObject({ entry: 5 })
  await closeBook(book)
  rechain(folder, releaseTooMuch(3))
  rmSync(join(folder, 'book.json'))
  expect(await settledHealth(await openBook(folder))).toMatchObject({ state: 'damaged', backup: { id: good.id } })
})
