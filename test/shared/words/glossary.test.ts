import { afterEach, expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/words/catalogue.ts'
import { explanations, meaningOf, nameOf, TERMS } from '../../../shared/words/glossary.ts'
import { ENGLISH, speak } from '../../../shared/words/language.ts'
import { PSEUDO } from '../../../shared/words/pseudo.ts'
import { GLOSSARY } from '../../../shared/words/texts/glossary.ts'

afterEach(() => speak(ENGLISH))

test('every text of the glossary belongs to a term, and every term is explained', () => {
  expect(TERMS.flatMap(term => [nameOf(term), meaningOf(term)]).sort()).toEqual(Object.keys(GLOSSARY).sort())
})

test('a meaning is one short sentence', () => {
  const long = TERMS.map(term => CATALOGUE[meaningOf(term)]).filter(
    meaning => !/^\p{Lu}[^.]*\.$/u.test(meaning) || meaning.length > 130,
  )
  expect(long).toEqual([])
})

test('a term is explained only if the app uses it', () => {
  const used = Object.entries(CATALOGUE)
    .filter(([key]) => !key.startsWith('glossary.'))
    .map(([, text]) => text.toLowerCase())
  const word = (name: string): string => name.toLowerCase().replace(/ \(.*\)$/, '')
  expect(TERMS.filter(term => !used.some(text => text.includes(word(CATALOGUE[nameOf(term)]))))).toEqual([])
})

test('terms are listed in the alphabetical order of their language', () => {
  const names = explanations('en').map(({ name }) => name)
  expect(names).toHaveLength(TERMS.length)
  expect(names.slice(0, 3)).toEqual(['Account', 'Automatic release', 'Bonus'])
  speak(PSEUDO)
  expect(explanations('en')[0]).toEqual({
    term: 'account',
    name: 'ÁÁççóóúúñţ',
    meaning: expect.stringMatching(/^ÓÓñéé óóƒ/),
  })
})
