import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TERMS } from '../../../../shared/words/glossary.ts'
import { BOOK_FILES, GETTING_STARTED, HELP_PAGES } from '../../../../shared/words/help.ts'
import { standInForPage } from '../../outside-a-page.ts'

let help: typeof import('../../../../renderer/screens/help/find.ts')

beforeAll(async () => {
  standInForPage('en-US')
  help = await import('../../../../renderer/screens/help/find.ts')
})
afterAll(() => void vi.unstubAllGlobals())

const NOTICES = [
  { name: 'react', version: '1.0.0', licence: 'MIT', text: 'Permission is hereby granted' },
  { name: 'lucide-react', version: '2.0.0', licence: 'ISC', text: 'Permission to use' },
]
const find = (search: string) => help.findInHelp(search, NOTICES)
const pagesWith = (search: string) => HELP_PAGES.filter(page => help.countsOf(find(search))[page] > 0)

describe('searching in Help', () => {
  test.each(['', '   '])('for nothing, as "%s", returns everything', search => {
    const content = find(search)
    expect(content.glossary).toHaveLength(TERMS.length)
    expect(content['getting-started']).toHaveLength(GETTING_STARTED.steps.length)
    expect(content.files).toEqual(BOOK_FILES.files)
    expect(content.licences).toEqual(NOTICES)
    expect(content.keyboard.map(({ area }) => area)).toEqual(['everywhere', 'screens', 'contract', 'lists'])
  })

  test('requires every word, in any order and case, in a term or its definition', () => {
    expect(find('unallocated').glossary.map(({ term }) => term)).toContain('unallocated')
    expect(find('FUNDED first  holds').glossary.map(({ term }) => term)).toEqual(['unallocated'])
    expect(find('unallocated zebra').glossary).toEqual([])
  })

  test('finds amounts and keys as they are shown', () => {
    expect(find('350.00')['getting-started'].length).toBeGreaterThan(1)
    expect(find('ctrl enter').keyboard.flatMap(({ shortcuts }) => shortcuts.map(({ id }) => id))).toEqual([
      'next-step',
      'keyboard.open-contract',
    ])
  })

  test('for the title of a page or of a group of shortcuts returns all of it', () => {
    expect(find('licences').licences).toEqual(NOTICES)
    expect(find('files of your book').files).toEqual(BOOK_FILES.files)
    const all = find('').keyboard.find(({ area }) => area === 'screens')
    expect(find('screens').keyboard).toEqual([all])
  })

  test('for a package looks at its name and licence, not at the licence text', () => {
    expect(find('react').licences).toEqual(NOTICES)
    expect(find('isc').licences).toEqual([NOTICES[1]])
    expect(find('hereby').licences).toEqual([])
  })

  test('leaves out pages and groups without a match', () => {
    expect(pagesWith('SHA-256')).toEqual(['glossary'])
    expect(pagesWith('front-page.json')).toEqual(['files'])
    expect(pagesWith('zebra')).toEqual([])
    expect(find('zebra').keyboard).toEqual([])
  })
})
