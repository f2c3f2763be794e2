import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { chosenBookFolder, instanceFolder, type Start } from '../../../main/electron/place/book-folder.ts'

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'escrowbook-folder-')))
afterAll(() => rmSync(scratch, { recursive: true }))
const start = (given: Partial<Start> = {}): Start => ({
  argv: ['electron', '.'],
  env: {},
  cwd: scratch,
  userData: join(scratch, 'userData'),
  ...given,
})

describe('the folder of the book', () => {
  test('is book/ in userData by default', () => {
    expect(chosenBookFolder(start())).toBe(join(scratch, 'userData', 'book'))
    expect(chosenBookFolder(start({ env: { ESCROWBOOK_DIR: '' } }))).toBe(join(scratch, 'userData', 'book'))
  })
  test('is ESCROWBOOK_DIR, relative to the current folder', () => {
    expect(chosenBookFolder(start({ env: { ESCROWBOOK_DIR: 'mine' } }))).toBe(join(scratch, 'mine'))
  })
  test.each([
    ['--book', 'asked'],
    ['--book=asked', ''],
  ])('is %s %s before ESCROWBOOK_DIR', (...asked) => {
    const argv = ['electron', '.', '--no-sandbox', ...asked.filter(Boolean), '--other']
    expect(chosenBookFolder(start({ argv, env: { ESCROWBOOK_DIR: 'mine' } }))).toBe(join(scratch, 'asked'))
  })
  test.each([[['--book']], [['--book', '']], [['--book=']], [['--book', '--other']]])(
    'is refused when %j gives no folder',
    asked => {
      expect(() => chosenBookFolder(start({ argv: ['electron', '.', ...asked] }))).toThrow('--book needs a folder')
    },
  )
  test('has one canonical path, through a link, with a trailing slash, and before it exists', () => {
    mkdirSync(join(scratch, 'real'))
    symlinkSync(join(scratch, 'real'), join(scratch, 'link'))
    const named = (folder: string): string => chosenBookFolder(start({ env: { ESCROWBOOK_DIR: folder } }))
    expect(named('link/')).toBe(join(scratch, 'real'))
    expect(named('link/new/book')).toBe(join(scratch, 'real', 'new', 'book'))
    expect(named('./real/../link')).toBe(join(scratch, 'real'))
  })
})

test('the userData of an instance is derived from its book’s path, next to it', () => {
  const of = (book: string): string => instanceFolder('/data', book)
  expect(of('/a')).toMatch(/^\/data\/instances\/[0-9a-f]{16}$/)
  expect(of('/a')).toBe(of('/a'))
  expect(of('/a')).not.toBe(of('/b'))
})
