import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../shared/words/catalogue.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const WORDS = join(ROOT, 'shared/words')

/** All source texts below a folder. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
}

const PARTS = import.meta.glob<Record<string, unknown>>(['../../shared/words/*.ts', '!../../shared/words/{catalogue,say}.ts'], { eager: true })

test('every text of the catalogue is a message that ICU understands', () => {
  const broken = Object.entries(CATALOGUE).filter(([, text]) => {
    try {
      return new IntlMessageFormat(text, 'en') === undefined
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})

test('no two parts of the catalogue have a text of the same key, for one would hide the other', () => {
  const all = Object.values(PARTS).flatMap(part => Object.values(part).flatMap(texts => Object.keys(texts ?? {})))
  expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([])
  expect(all.length).toBe(Object.keys(CATALOGUE).length)
})

test('every text is used: by its key, or by a key that is put together from a prefix', () => {
  const code = [
    ...sources(join(ROOT, 'main')),
    ...sources(join(ROOT, 'renderer')),
    ...sources(join(ROOT, 'shared')).filter(text => !text.includes('as const\n')),
  ]
    .concat(readFileSync(join(WORDS, 'catalogue.ts'), 'utf8'), readFileSync(join(WORDS, 'say.ts'), 'utf8'))
    .join('\n')
  const prefixes = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(([, prefix = '']) => prefix)
  expect(prefixes.length).toBeGreaterThan(0)
  const unused = Object.keys(CATALOGUE).filter(
    key => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !prefixes.some(prefix => key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})
