import { IntlMessageFormat } from 'intl-messageformat'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { CATALOGUE, wordKey } from '../../../shared/words/catalogue.ts'
import type { Message } from '../../../shared/words/language.ts'
import { MAIN_TEXTS } from '../../../shared/words/main-texts.ts'
import { sayingsIn } from './sayings.ts'
import { nodesIn, sourcesIn } from './source.ts'

const PARTS = import.meta.glob<Record<string, unknown>>('../../../shared/words/texts/*.ts', { eager: true })
const isCatalogue = (name: string): boolean => `../../../${name}` in PARTS
const code = ['main', 'renderer', 'shared'].flatMap(sourcesIn).filter(({ name }) => !isCatalogue(name))

/** Every literal in the code, and the fixed pieces of templates. */
const written = new Set<string>()
/** The beginnings of computed keys: `next.` of `next.${type}`. */
const beginnings = new Set<string>()
for (const { tree } of code)
  for (const node of nodesIn(tree)) {
    if (ts.isStringLiteralLike(node)) written.add(node.text)
    if (ts.isTemplateExpression(node)) {
      if (/^[a-z][\w.-]*\.$/.test(node.head.text)) beginnings.add(node.head.text)
      for (const { literal } of node.templateSpans) written.add(literal.text.replace(/^[.-]/, ''))
    }
    if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isShorthandPropertyAssignment(node))
      written.add(node.name.getText())
  }

test('every text of the catalogue is a valid ICU message', () => {
  const broken = Object.entries(CATALOGUE).filter(([, text]) => {
    try {
      return new IntlMessageFormat(text, 'en') === undefined
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})

test('no two parts of the catalogue share a key, since one would hide the other', () => {
  const all = Object.values(PARTS).flatMap(part => Object.values(part).flatMap(texts => Object.keys(texts ?? {})))
  expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([])
  expect(all.length).toBe(Object.keys(CATALOGUE).length)
})

test('every text is used: its key is in the code, or all pieces of its key are', () => {
  expect(beginnings.size).toBeGreaterThan(3)
  const isPutTogether = (key: string): boolean =>
    [...beginnings].some(
      beginning => key.startsWith(beginning) && key.slice(beginning.length).split('.').every(isWritten),
    )
  const unused = Object.keys(CATALOGUE).filter(key => !written.has(key) && !isPutTogether(key))
  expect(unused).toEqual([])
})

/** Returns whether a piece of a key is in the code, whole or as two pieces joined by a dash. */
function isWritten(piece: string): boolean {
  if (written.has(piece) || piece === '#') return true
  return [...piece.matchAll(/-/g)].some(
    ({ index }) => written.has(piece.slice(0, index)) && written.has(piece.slice(index + 1)),
  )
}

test('every key in the code is in the catalogue', () => {
  const keys = [...written].filter(text => /^[a-z][a-z-]*(\.[a-z#-]+)+$/.test(text))
  const families = new Set(Object.keys(CATALOGUE).map(key => key.split('.')[0]))
  // Names of the book's files look like keys.
  const missing = keys.filter(
    key => families.has(key.split('.')[0]) && wordKey(key) === undefined && !key.endsWith('.json'),
  )
  expect(keys.length).toBeGreaterThan(300)
  expect(missing).toEqual([])
})

/** Returns the names of a message's parameters. */
function parametersOf(elements: Exclude<Message, string>): Set<string> {
  const names = new Set<string>()
  for (const element of elements) {
    if ('value' in element && element.type !== 0 && !('children' in element)) names.add(element.value)
    if ('options' in element)
      for (const { value } of Object.values(element.options)) for (const name of parametersOf(value)) names.add(name)
    if ('children' in element) for (const name of parametersOf(element.children)) names.add(name)
  }
  return names
}

/**
 * Returns the names in an object literal; none if there is no object; undefined if they cannot be
 * read from the code.
 */
function namesOf(params: ts.Node | undefined): string[] | undefined {
  if (params === undefined) return []
  if (!ts.isObjectLiteralExpression(params)) return undefined
  const names = params.properties.map(property =>
    ts.isSpreadAssignment(property) ? undefined : property.name.getText(),
  )
  return names.every(name => name !== undefined) ? (names as string[]) : undefined
}

test('every text is given exactly its parameters', () => {
  const sayings = code.flatMap(sayingsIn).filter(({ params }) => namesOf(params) !== undefined)
  expect(sayings.length).toBeGreaterThan(250)
  const wrong = sayings.flatMap(({ place, keys, params }) =>
    keys.flatMap(name => {
      const names = namesOf(params) ?? []
      const key = wordKey(name)
      if (key === undefined) return [`${place} ${name} is not in the catalogue`]
      const wanted = parametersOf(new IntlMessageFormat(CATALOGUE[key], 'en').getAst())
      const lacking = [...wanted].filter(each => !names.includes(each))
      // A call may choose between several texts.
      const idle = keys.length > 1 ? [] : names.filter(each => !wanted.has(each))
      return [
        ...lacking.map(each => `${place} ${key} lacks ${each}`),
        ...idle.map(each => `${place} ${key} has no use for ${each}`),
      ]
    }),
  )
  expect(wrong).toEqual([])
})

test('the page uses no text that is left out of its build', () => {
  const withheld = new Set(Object.keys(MAIN_TEXTS))
  const families = new Set([...withheld].map(key => key.slice(0, key.indexOf('.') + 1)))
  const shown = new Set(Object.keys(CATALOGUE).filter(key => !withheld.has(key)))
  const page = code.filter(({ name }) => name.startsWith('renderer/')).flatMap(({ tree }) => nodesIn(tree))
  const said = page.filter(ts.isStringLiteralLike).map(({ text }) => text)
  expect(said.filter(text => shown.has(text)).length).toBeGreaterThan(300)
  expect(said.filter(text => withheld.has(text))).toEqual([])
  const begun = page.filter(ts.isTemplateExpression).map(({ head }) => head.text)
  expect(begun.filter(text => families.has(text))).toEqual([])
})
