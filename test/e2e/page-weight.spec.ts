import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const ASSETS = resolve(import.meta.dirname, '../../out/renderer/assets')
const MOST_BYTES = 850_000

test('the page holds no schemas, for messages are checked in the main process, and its scripts stay light', async () => {
  const names = (await readdir(ASSETS)).filter(name => name.endsWith('.js'))
  const scripts = await Promise.all(names.map(name => readFile(join(ASSETS, name), 'utf8')))
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter((_, place) => scripts[place]?.includes('ZodError'))).toEqual([])
  expect(scripts.reduce((bytes, script) => bytes + Buffer.byteLength(script), 0)).toBeLessThan(MOST_BYTES)
})
