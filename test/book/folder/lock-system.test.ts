import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holderOf, takeLock } from '../../../main/book/folder/lock.ts'
import { LOCK_SYSTEM, type LockSystem } from '../../../main/book/folder/lock-system.ts'
import { newFolder } from '../fixture.ts'

/** Moments a lock may name although its holder runs: the clock was wrong, and then it was set. */
const CLOCKS = [
  ['set forward since', '2001-01-01T00:00:00.000Z'],
  ['right', new Date().toISOString()],
  ['set back since', '2099-01-01T00:00:00.000Z'],
] as const

/** A system that tells that a process runs, and nothing else: macOS and Windows without a hold. */
const TELLS_NO_BIRTH: LockSystem = {
  birthOf: pid => (LOCK_SYSTEM.birthOf(pid) === undefined ? undefined : null),
  hold: () => undefined,
  isHeld: () => undefined,
}

/** A system that keeps files for processes, as Windows and macOS do. */
function keepingSystem() {
  const kept = new Set<string>()
  const system: LockSystem = {
    ...TELLS_NO_BIRTH,
    hold(path) {
      if (kept.has(path)) return 'taken'
      kept.add(path)
      return { release: () => kept.delete(path) }
    },
    isHeld: path => kept.has(path),
  }
  return { kept, system }
}

function emptyFolder(): string {
  const folder = newFolder()
  mkdirSync(folder)
  return folder
}

/** A lock of the process that runs these tests, or of another. */
function lockSince(since: string, pid = process.ppid): string {
  const { platform } = process
  return JSON.stringify({ pid, host: hostname(), platform, since, bornAt: null, token: 'earlier' })
}

const locksIn = (folder: string): string[] => readdirSync(folder).filter(name => name.startsWith('lock'))

test.each(CLOCKS)('an open book is respected where the system tells no birth, with the clock %s', async (_, since) => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'lock.1'), lockSince(since))
  expect(await takeLock(folder, new Date(), TELLS_NO_BIRTH)).toMatchObject({
    ok: false,
    refusal: { code: 'book-locked', params: { pid: String(process.ppid) } },
  })
  expect(holderOf(folder, TELLS_NO_BIRTH)).toMatchObject({ pid: process.ppid })
  expect(locksIn(folder)).toEqual(['lock.1'])
})

test.each(CLOCKS)('an open book is respected on this system, with the clock %s', async (_, since) => {
  const folder = emptyFolder()
  const first = await takeLock(folder, new Date(since))
  if (!first.ok) throw new Error('the lock is not taken')
  expect(await takeLock(folder, new Date())).toMatchObject({ ok: false, refusal: { code: 'book-locked' } })
  expect(holderOf(folder)).toMatchObject({ pid: process.pid })
  first.release()
  expect(locksIn(folder)).toEqual([])
  expect(holderOf(folder)).toBeUndefined()
})

test.each(CLOCKS)('the lock of an ended process is taken over, with the clock %s', async (_, since) => {
  for (const system of [TELLS_NO_BIRTH, keepingSystem().system, LOCK_SYSTEM]) {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'lock.1'), lockSince(since, 2 ** 30))
    expect(holderOf(folder, system)).toBeUndefined()
    const lock = await takeLock(folder, new Date(), system)
    expect(lock.ok).toBe(true)
    if (lock.ok) lock.release()
    expect(locksIn(folder)).toEqual([])
  }
})

test('a lock of an ended process whose pid another one has now is taken over where the system keeps a file', async () => {
  const folder = emptyFolder()
  const { kept, system } = keepingSystem()
  writeFileSync(join(folder, 'lock.1'), lockSince(new Date().toISOString()))
  expect(holderOf(folder, system)).toBeUndefined()
  const lock = await takeLock(folder, new Date(), system)
  expect(lock.ok).toBe(true)
  expect(locksIn(folder)).toEqual(['lock.2'])
  if (lock.ok) lock.release()
  expect(kept.size).toBe(0)
})

test('a file that the system keeps for another process refuses the book, and names that process', async () => {
  const folder = emptyFolder()
  const { kept, system } = keepingSystem()
  const first = await takeLock(folder, new Date('2001-01-01T00:00:00Z'), system)
  const second = await takeLock(folder, new Date(), system)
  expect(second).toMatchObject({
    ok: false,
    refusal: { code: 'book-locked', params: { pid: String(process.pid), since: '2001-01-01T00:00:00.000Z' } },
  })
  expect(holderOf(folder, system)).toMatchObject({ pid: process.pid })
  expect(kept.size).toBe(1)
  if (first.ok) first.release()
  expect(kept.size).toBe(0)
})

test('a file that a virus scanner has open for a moment is waited for', async () => {
  const folder = emptyFolder()
  const { kept, system } = keepingSystem()
  kept.add(join(folder, 'lock.held'))
  setTimeout(() => kept.clear(), 150)
  expect((await takeLock(folder, new Date(), system)).ok).toBe(true)
})

test('a file that stays with a process which never names itself refuses the book', async () => {
  const folder = emptyFolder()
  const { kept, system } = keepingSystem()
  kept.add(join(folder, 'lock.held'))
  expect(await takeLock(folder, new Date(), system)).toMatchObject({
    ok: false,
    refusal: { code: 'book-locked', variant: 'unknown', params: { file: join(folder, 'lock.held') } },
  })
  expect(holderOf(folder, system)).toBe('unknown')
})

test('the lock of another computer, or of another system on this one, is respected although nothing keeps the file', async () => {
  for (const other of [
    { ...JSON.parse(lockSince('2001-01-01T00:00:00.000Z')), host: 'laptop-of-dana' },
    { ...JSON.parse(lockSince('2001-01-01T00:00:00.000Z', 2 ** 30)), platform: 'another-system' },
  ]) {
    const folder = emptyFolder()
    const { kept, system } = keepingSystem()
    writeFileSync(join(folder, 'lock.1'), JSON.stringify(other))
    expect(await takeLock(folder, new Date(), system)).toMatchObject({ ok: false, refusal: { code: 'book-locked' } })
    expect(kept.size).toBe(0)
  }
})

test('a folder that may not be written gives the system’s error, and keeps nothing', async () => {
  const folder = emptyFolder()
  const forbidden = Object.assign(new Error('not permitted'), { code: 'EACCES' })
  const system: LockSystem = {
    ...TELLS_NO_BIRTH,
    hold: () => {
      throw forbidden
    },
  }
  await expect(takeLock(folder, new Date(), system)).rejects.toBe(forbidden)
  rmSync(folder, { recursive: true })
  const { kept, system: keeping } = keepingSystem()
  await expect(takeLock(folder, new Date(), keeping)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(kept.size).toBe(0)
})
