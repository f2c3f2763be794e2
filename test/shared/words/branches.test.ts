import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/words/catalogue.ts'
import type { Message } from '../../../shared/words/language.ts'
import type { Choice } from './choice.ts'
import { CHOICES } from './choices.ts'
import { literalParams, sayingsIn } from './sayings.ts'
import { sourcesIn } from './source.ts'

type Element = Exclude<Message, string>[number]
type Select = Extract<Element, { type: 5 }>

/** The selects of a message, those within branches included. */
function selectsIn(elements: readonly Element[]): Select[] {
  return elements.flatMap(element => {
    if ('children' in element) return selectsIn(element.children)
    if (!('options' in element)) return []
    const within = Object.values(element.options).flatMap(({ value }) => selectsIn(value))
    return element.type === 5 ? [element, ...within] : within
  })
}

const selects = Object.entries(CATALOGUE).flatMap(([key, text]) =>
  selectsIn(new IntlMessageFormat(text, 'en').getAst()).map(select => ({ key, argument: select.value, select })),
)

/** What is wrong with a select, beside what its argument ranges over. */
function faultsOf({ options }: Select, { other, branches }: Choice): string[] {
  const named = Object.keys(options).filter(name => name !== 'other')
  return [
    ...branches.filter(name => !named.includes(name)).map(name => `lacks ${name}`),
    ...named.filter(name => !branches.includes(name)).map(name => `has ${name}, which cannot occur`),
    ...(other === 'empty' && options['other']?.value.length !== 0 ? ['puts words in other'] : []),
  ]
}

test('every select has a branch for each of its values, and leaves `other` empty', () => {
  expect(selects.length).toBeGreaterThan(150)
  const faults = selects.flatMap(({ key, argument, select }) => {
    const choice = CHOICES[key]?.[argument]
    const found = choice === undefined ? ['is not declared in choices.ts'] : faultsOf(select, choice)
    return found.map(fault => `${key}: ${argument} ${fault}`)
  })
  expect(faults).toEqual([])
})

test('every declared choice belongs to a select', () => {
  const declared = Object.entries(CHOICES).flatMap(([key, arguments_]) =>
    Object.keys(arguments_).map(argument => `${key}: ${argument}`),
  )
  const known = new Set(selects.map(({ key, argument }) => `${key}: ${argument}`))
  expect(declared.filter(each => !known.has(each))).toEqual([])
})

test('code that formats a text passes only values that its select has branches for', () => {
  const passed = ['main', 'renderer', 'shared'].flatMap(sourcesIn).flatMap(source =>
    sayingsIn(source).flatMap(({ place, keys, params }) =>
      [...literalParams(source, params)].flatMap(([argument, literals]) =>
        keys.flatMap(key => {
          const values = CHOICES[key]?.[argument]?.values
          return values === undefined ? [] : literals.map(literal => ({ place, key, argument, literal, values }))
        }),
      ),
    ),
  )
  expect(passed.length).toBeGreaterThan(80)
  const unknown = passed.filter(({ literal, values }) => !values.includes(literal))
  expect(unknown.map(({ place, key, argument, literal }) => `${place} ${key}: ${argument} is ${literal}`)).toEqual([])
})
