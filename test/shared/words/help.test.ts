import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/words/catalogue.ts'
import { BOOK_FILES, GETTING_STARTED, HELP_PAGES, KEYBOARD, LICENCES, titleOf } from '../../../shared/words/help.ts'
import { say } from '../../../shared/words/say.ts'
import { HELP } from '../../../shared/words/texts/help.ts'

test('every text of Help is on one of its pages', () => {
  const { steps, intro } = GETTING_STARTED
  const onPages = [
    'help.title',
    ...HELP_PAGES.map(titleOf),
    intro,
    ...steps.flatMap(step => [step.title, step.how, step.result]),
    'help.glossary.intro',
    ...Object.values(KEYBOARD),
    BOOK_FILES.intro,
    ...BOOK_FILES.files.map(({ holds }) => holds),
    'help.files.fate',
    BOOK_FILES.format,
    ...Object.values(LICENCES),
  ]
  expect(onPages.sort()).toEqual(Object.keys(HELP).sort())
})

test('the amounts in Getting started add up, in the reader’s locale', () => {
  const { steps, params } = GETTING_STARTED
  const said = (locale: string) =>
    steps.map(({ title, how, result }) => [title, how, result].map(key => say(key, params, { locale, decimals: 2 })))
  expect(said('en').map(([, , result]) => result)).toEqual([
    'Everything is still to fund.',
    '350.00 in escrow.',
    '100.00 paid, 250.00 in escrow.',
    '100.00 paid, 150.00 held, 100.00 unallocated.',
    '350.00 paid, with one deposit.',
  ])
  expect(said('de-DE')[1]?.[0]).toBe('Fund the first milestone with 350,00.')
})

test('the files of a book match docs/format.md, including which may be deleted', () => {
  const table = readFileSync(resolve(import.meta.dirname, '../../../docs/format.md'), 'utf8')
  const documented = [...table.matchAll(/^\| `([^`]+)` \|.*\| (never|yes|no)\b/gm)].map(([, name, deletable]) => ({
    name,
    deletable: deletable === 'yes',
  }))
  const { files } = BOOK_FILES
  expect(files.map(({ name, fate }) => ({ name, deletable: fate !== 'keep' && fate !== 'leave' }))).toEqual(
    expect.arrayContaining(documented),
  )
  expect(documented).toHaveLength(files.length)
  expect(CATALOGUE['help.files.backups']).toContain('7 daily, 4 weekly and 12 monthly')
})
