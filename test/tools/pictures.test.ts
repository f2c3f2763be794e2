import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'docs/pictures')

/** The pictures that a Markdown file shows, as absolute paths. */
function shownIn(file: string): string[] {
  const images = readFileSync(file, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)
  return [...images].map(([, path = '']) => resolve(dirname(file), path))
}

test('docs/pictures has at most a dozen pictures, exactly those that the documents show', () => {
  const documents = [ROOT, join(ROOT, 'docs')].flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  )
  const shown = documents.flatMap(shownIn)
  expect(shown.map(path => dirname(path))).toEqual(shown.map(() => PICTURES))
  const names = shown.map(path => basename(path)).sort()
  expect(readdirSync(PICTURES).sort()).toEqual([...new Set(names)])
  expect(names.length).toBeGreaterThan(0)
  expect(names.length).toBeLessThanOrEqual(12)
})
