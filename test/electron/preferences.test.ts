import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PreferenceFile } from '../../main/electron/preferences.ts'
import { canMount, mountSmallDisk } from '../book/folder/mount.ts'

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'escrowbook-preferences-'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

test('preferences are kept for their owner only, and read again', () => {
  const path = join(scratch, 'preferences.json')
  expect(PreferenceFile.open(path).set({ theme: 'dark' })).toBeUndefined()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(PreferenceFile.open(path).get()).toMatchObject({ theme: 'dark', rows: 'regular' })
  expect(readdirSync(scratch)).toEqual(['preferences.json'])
})

test.each(['', 'null', '[]', '{"theme":', '{"theme":"purple"}'])(
  'unreadable preferences count as never chosen: %j',
  text => {
    const path = join(scratch, 'preferences.json')
    writeFileSync(path, text)
    expect(PreferenceFile.open(path).get()).toMatchObject({ theme: 'system' })
  },
)

test.runIf(canMount())('on a full disk a preference is refused and does not take effect', () => {
  const folder = join(scratch, 'disk')
  const disk = mountSmallDisk(folder, 8)
  try {
    const path = join(folder, 'preferences.json')
    const preferences = PreferenceFile.open(path)
    expect(preferences.set({ theme: 'dark' })).toBeUndefined()
    try {
      writeFileSync(join(folder, 'filler'), Buffer.alloc(64 << 10))
    } catch {
      // It is full now.
    }
    expect(preferences.set({ theme: 'light' })).toMatchObject({
      refusal: { code: 'disk-full', variant: 'preferences' },
    })
    expect(preferences.get().theme).toBe('dark')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark' })
  } finally {
    disk?.unmount()
  }
})

test('where nothing can be written, a preference is refused', () => {
  mkdirSync(join(scratch, 'preferences.json'))
  expect(PreferenceFile.open(join(scratch, 'preferences.json')).set({ theme: 'dark' })).toMatchObject({
    refusal: { code: 'write-failed' },
  })
})
