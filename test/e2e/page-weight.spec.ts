import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { MAIN_TEXTS } from '../../shared/words/main-texts.ts'
import { FRAME } from '../../shared/words/texts/frame.ts'

const ASSETS = resolve(import.meta.dirname, '../../out/renderer/assets')
const MOST_BYTES = 1_000_000

async function scripts(): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(ASSETS)).filter(name => name.endsWith('.js'))
  return Promise.all(names.map(async name => ({ name, text: await readFile(join(ASSETS, name), 'utf8') })))
}

test('the page contains no schemas, since the main process checks messages, and its scripts stay small', async () => {
  const all = await scripts()
  expect(all.length).toBeGreaterThan(1)
  expect(all.filter(({ text }) => text.includes('ZodError'))).toEqual([])
  expect(all.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0)).toBeLessThan(MOST_BYTES)
})

test('the page contains none of the texts that only the main process uses', async () => {
  const page = (await scripts()).map(({ text }) => text).join()
  const inPage = (texts: object) => Object.keys(texts).filter(key => page.includes(`"${key}":`))
  expect(inPage(FRAME)).toContain('error.answer')
  expect(inPage(MAIN_TEXTS)).toEqual([])
})
