import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog, type SessionLog } from '../../main/electron/log.ts'

const scratch = mkdtempSync(join(tmpdir(), 'escrowbook-log-'))
const folder = join(scratch, 'logs')
const file = join(folder, 'escrowbook.log')
const read = (): string => readFileSync(file, 'utf8')
let log: SessionLog
beforeAll(() => {
  log = openLog(folder)
  log.started('1.2.3')
})
afterAll(() => rmSync(scratch, { recursive: true }))

test('only the owner can read a log', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a log records the version that started, and which calls were made or refused', () => {
  log.answered('execute', 'release', undefined)
  log.answered('execute', 'release', 'over-escrow')
  log.answered('query', 'contracts', undefined)
  log.answered('query', undefined, 'bad-input')
  log.refused('geolocation')
  const lines = read().trimEnd().split('\n')
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info Escrowbook 1\.2\.3, /)
  expect(lines.slice(1).map(line => line.replace(/^\S+ /, ''))).toEqual([
    'info execute release: done',
    'info execute release: over-escrow',
    'info query unknown: bad-input',
    'info permission geolocation: refused',
  ])
})

test('a log records the kind, code and position of an error, never its message', () => {
  const problem = Object.assign(new RangeError('Acme Ltd has 420.00\n    at Muhammad (420.js:1:1)'), { code: 'ENOENT' })
  log.failed('execute', problem)
  log.failed('execute', 'Acme Ltd')
  log.failed('execute', Object.assign(new Error('x'), { code: 'Acme Ltd' }))
  expect(read()).toContain('RangeError ENOENT\n  at ')
  expect(read()).toMatch(/ {2}at log\.test\.ts:\d+:\d+/)
  for (const secret of ['Acme', 'Muhammad', '420', scratch, import.meta.dirname]) expect(read()).not.toContain(secret)
})
