import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import type { ExportRequest } from '../../main/export/export.ts'
import { type Saving, saveExport } from '../../main/export/save.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { isoDate } from '../../shared/dates/calendar.ts'

const TODAY = isoDate('2026-06-30')
const NOW = new Date('2026-06-30T12:00:00Z')
const root = mkdtempSync(join(tmpdir(), 'escrowbook-save-'))
const target = join(root, 'exports')
let book: Book

function request(fields: Partial<ExportRequest> = {}): ExportRequest {
  if (TODAY === undefined) throw new Error('no day')
  return { format: 'csv', today: TODAY, now: NOW, ...fields }
}

function saving(fields: Partial<Saving> = {}): Saving {
  return {
    path: join(target, 'book.csv'),
    mayReplace: false,
    signal: new AbortController().signal,
    progress: () => undefined,
    ...fields,
  }
}

beforeAll(async () => {
  const opened = await Book.open(join(root, 'book'), { today: () => request().today, now: () => NOW })
  if (!opened.ok) throw new Error(opened.refusal.code)
  book = opened.book
  await book.executeAll(
    [
      { type: 'open-contract', title: 'A', client: 'x', freelancer: 'y', currency: 'USD', milestones: [] },
      ...Array.from({ length: 1_200 }, () => ({ type: 'bonus', contractId: 'C0001', amount: 100 })),
    ].map(command => escrowCommandSchema.parse(command)),
  )
})

afterAll(async () => {
  await book.close()
  rmSync(root, { recursive: true })
})

beforeEach(() => {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
})

test('an export is saved complete, readable by its owner only, with progress', async () => {
  const told: [number, number][] = []
  const outcome = await saveExport(book, request(), saving({ progress: (done, total) => told.push([done, total]) }))
  const { size, mode } = statSync(join(target, 'book.csv'))
  expect(outcome).toEqual({ ok: true, value: { path: join(target, 'book.csv'), bytes: size } })
  expect(mode & 0o777).toBe(0o600)
  expect(readFileSync(join(target, 'book.csv'), 'utf8').split('\r\n').length).toBe(1_203)
  expect(told.at(-1)).toEqual([1_201, 1_201])
  expect(readdirSync(target)).toEqual(['book.csv'])
})

test('an existing file stays unless the person agreed to replace it', async () => {
  writeFileSync(join(target, 'book.csv'), 'mine')
  expect(await saveExport(book, request(), saving())).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', variant: 'exists', field: 'path' },
  })
  expect(readFileSync(join(target, 'book.csv'), 'utf8')).toBe('mine')
  expect(await saveExport(book, request(), saving({ mayReplace: true }))).toMatchObject({ ok: true })
  expect(readFileSync(join(target, 'book.csv'), 'utf8')).not.toBe('mine')
  expect(readdirSync(target)).toEqual(['book.csv'])
})

test('a file that appears in the meantime stays too', async () => {
  const outcome = await saveExport(
    book,
    request(),
    saving({ progress: () => writeFileSync(join(target, 'book.csv'), 'mine') }),
  )
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'write-failed', variant: 'exists' } })
  expect(readFileSync(join(target, 'book.csv'), 'utf8')).toBe('mine')
  expect(readdirSync(target)).toEqual(['book.csv'])
})

test('a stopped export leaves nothing behind', async () => {
  const controller = new AbortController()
  const outcome = await saveExport(
    book,
    request(),
    saving({ signal: controller.signal, progress: () => controller.abort() }),
  )
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })
  expect(readdirSync(target)).toEqual([])
})

test('a path without a folder, a missing folder and an unknown contract are refused', async () => {
  expect(await saveExport(book, request(), saving({ path: 'book.csv' }))).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', variant: 'relative-path' },
  })
  expect(existsSync('book.csv')).toBe(false)
  const nowhere = await saveExport(book, request(), saving({ path: join(target, 'no', 'book.csv') }))
  expect(nowhere).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', variant: 'export', params: { reason: 'ENOENT' } },
  })
  expect(await saveExport(book, request({ contractId: 'C9' }), saving())).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-contract' },
  })
  expect(readdirSync(target)).toEqual([])
})
