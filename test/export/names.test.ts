import { describe, expect, test } from 'vitest'
import { beancountString, PartyNames, plainOr, tagValue } from '../../main/export/names.ts'
import { AWKWARD } from './awkward.ts'
import { randomBook } from './random-book.ts'

describe('names in journals', () => {
  test('plain names of any script are unchanged', () => {
    for (const name of [
      'Acme Ltd',
      "O'Brien & Sons",
      'Acme, Inc.',
      '株式会社 東京',
      'Zoë',
      '3M',
      'x (y) z',
      'x'.repeat(200),
    ])
      expect(plainOr(name, 'P1')).toBe(name)
  })

  test('a name that would break the line, or looks like an id, is replaced by its id', () => {
    const breaking = [
      'Two  spaces',
      'a; b',
      'a | b',
      'a:b',
      '"a"',
      '(a)',
      '*a',
      '=SUM(A1)',
      'a\tb',
      'a\nb',
      ' a',
      'a ',
      '',
      '[a]',
      'P7',
      'C0001',
      'M1',
      'a\u00a0b',
      '\ud800',
    ]
    for (const name of breaking) expect(plainOr(name, 'P1')).toBe('P1')
  })

  test('a quoted tag is one line without commas and brackets, and reads back as the whole text', () => {
    for (const text of AWKWARD) {
      const value = tagValue(text)
      expect(value).not.toMatch(/[,[\]\n\r\t]/)
      expect(value.startsWith('"') ? JSON.parse(value) : value).toBe(text)
    }
  })

  test('a tag is cut before a line grows longer than ledger reads', () => {
    const value = tagValue(`${'長'.repeat(1_999)}!`)
    expect(Buffer.byteLength(value)).toBeLessThan(4_000)
    expect(value.endsWith('…"')).toBe(true)
    for (const character of ['\u0001', '\u{e0001}'])
      expect(Buffer.byteLength(tagValue(character.repeat(1_000)))).toBeLessThan(4_000)
  })

  test('a beancount string stays on one line', () => {
    expect(beancountString('a "b" \\ c\nd\te\u0001')).toBe('"a \\"b\\" \\\\ c\\nd\\te"')
  })

  test('a party has one number and one name in every export, however it is spelled', () => {
    const { contracts } = randomBook(7, 60)
    const [contract] = contracts
    if (contract === undefined) throw new Error('a book without contracts')
    const parties = new PartyNames([
      { ...contract, client: 'Acme Ltd', freelancer: 'Dana' },
      { ...contract, client: 'Zoë', freelancer: 'ACME LTD' },
    ])
    expect(['Acme Ltd', 'acme ltd', 'Dana', 'Zoë'].map(name => parties.idOf(name))).toEqual(['P1', 'P1', 'P2', 'P3'])
    expect(parties.nameOf('ACME LTD')).toBe('Acme Ltd')
    expect(() => parties.idOf('nobody')).toThrow('nobody')
  })
})
