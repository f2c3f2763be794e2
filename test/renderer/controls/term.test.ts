import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TERMS, type Term as TermId } from '../../../shared/words/glossary.ts'
import { sourceFiles } from '../../source/sources.ts'
import { standInForPage } from '../outside-a-page.ts'

/** The terms without a tooltip, each with the reason; the Glossary page explains them. */
const HELP_ONLY: Readonly<Partial<Record<TermId, string>>> = {
  bonus: 'stands only in the names of moves and entries, which are buttons',
  cancelled: 'a status, in many rows',
  ending: 'a stage, in many rows',
  free: 'stands only in the sentence above the money bar',
  funded: 'a status, in many rows',
  journal: 'stands only in messages and in the names of files',
  paid: 'a status, in many rows',
  'partly-paid': 'a status, in many rows; what it leaves is explained as the remainder',
  planned: 'a status, in many rows',
  'printed-statement': 'the dialogs that print and check one say what it is',
  reconcile: 'the name of a screen, which says what it does',
  reference: 'the label of a text field, which a click focuses',
  reversal: 'stands only in struck-out rows, of which there may be many',
  'under-review': 'a status, in many rows',
}

let term: typeof import('../../../renderer/controls/term.tsx')

beforeAll(async () => {
  standInForPage('en-US')
  term = await import('../../../renderer/controls/term.tsx')
})
afterAll(() => void vi.unstubAllGlobals())

/** The markup of an element without attributes other than links. */
const shown = (element: ReactElement): string =>
  renderToStaticMarkup(element).replaceAll(/ (?!href)[\w-]+="[^"]*"/g, '')

test('every term has a tooltip somewhere, or a reason to be in Help only', () => {
  const sources = sourceFiles('renderer').map(({ text }) => text)
  const named = new Set(
    sources.flatMap(text => [...text.matchAll(/\bterm(?:="|: ')([\w-]+)["']/g)].map(([, id]) => id)),
  )
  expect(TERMS.filter(id => !named.has(id))).toEqual(Object.keys(HELP_ONLY).sort())
})

test('only the term in a text is marked, including its ending', () => {
  expect(shown(createElement(term.Term, { term: 'posting', text: '5 entries, 12 postings, in balance' }))).toBe(
    '5 entries, 12 <a href="#/help/glossary/posting">postings</a>, in balance',
  )
  expect(shown(createElement(term.Term, { term: 'statement', text: 'Statement' }))).toBe(
    '<a href="#/help/glossary/statement">Statement</a>',
  )
})

test('a text without the term’s name is marked as a whole, and without a text the name is shown', () => {
  expect(shown(createElement(term.Term, { term: 'automatic-release', text: 'Automatic' }))).toBe(
    '<a href="#/help/glossary/automatic-release">Automatic</a>',
  )
  expect(shown(createElement(term.Term, { term: 'brought-forward' }))).toBe(
    '<a href="#/help/glossary/brought-forward">Brought forward</a>',
  )
})

test('a term in a dialog is a button without a link', () => {
  expect(shown(createElement(term.DialogTerm, { term: 'held', text: 'Held by Build' }))).toBe(
    '<button>Held</button> by Build',
  )
})

test('a term that does not exist does not compile', () => {
  // @ts-expect-error: no such term.
  expect(createElement(term.Term, { term: 'escroww' })).toBeDefined()
  // @ts-expect-error: no such term.
  expect(createElement(term.DialogTerm, { term: 'escroww' })).toBeDefined()
})
