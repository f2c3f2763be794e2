import { expect, test } from 'vitest'
import { answerError } from '../../main/answers/refusal-answer.ts'
import { warningAnswer } from '../../main/answers/warning-answer.ts'
import { ACCOUNT_CODES, IMPORT_CODES, RULE_CODES, STORE_CODES } from '../../shared/contract/refusals.ts'
import { minor } from '../../shared/money/money.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { messageOf, type Voice } from '../../shared/words/say.ts'
import { ACCOUNT_REFUSALS } from '../../shared/words/texts/account-refusals.ts'
import { LABELS } from '../../shared/words/texts/labels.ts'
import { REFUSALS } from '../../shared/words/texts/refusals.ts'

const english: Voice = { locale: 'en', decimals: 2 }

test.each([...RULE_CODES, ...ACCOUNT_CODES, ...IMPORT_CODES, ...STORE_CODES])(
  '%s has a sentence that says what to do',
  code => {
    for (const key of [`refusal.${code}`, `hint.${code}`]) {
      const found = wordKey(key)
      expect(found, key).toBeDefined()
      if (found !== undefined) expect(() => messageOf(found, 'en')).not.toThrow()
    }
  },
)

test.each(Object.entries({ ...ACCOUNT_REFUSALS, ...REFUSALS, ...LABELS }))(
  '%s is plain: no exclamation mark, apology or straight quotes',
  (_key, text) => {
    expect(text).not.toMatch(/!|sorry|unfortunately|oops|please|'|"/i)
  },
)

test('a message ends with its hint, which is also given separately', () => {
  expect(answerError({ code: 'same-party', params: { name: 'Ada' }, field: 'client' }, english)).toEqual({
    code: 'same-party',
    message:
      'Ada would be both the client and the freelancer. A contract needs two different parties: give one of them another name.',
    hint: 'A contract needs two different parties: give one of them another name.',
    field: 'client',
  })
})

test('money in a message has the person’s locale and the contract’s decimals', () => {
  const refusal = { code: 'money-in-escrow', params: { escrow: { money: minor(1_234_567) } } } as const
  expect(answerError(refusal, { locale: 'de', decimals: 3 }).message).toContain('1.234,567 ')
  expect(answerError(refusal, { locale: 'en', decimals: 0 }).message).toContain('1,234,567 ')
})

test('a refusal names its field in words, however deeply nested', () => {
  const named = (field: string): string => answerError({ code: 'not-positive', params: {}, field }, english).message
  expect(named('milestones.2.amount')).toBe('The amount of milestone 3 must be more than zero. Enter more than zero.')
  expect(named('command.budget')).toBe('The budget must be more than zero. Enter more than zero.')
  expect(named('odd.thing')).toBe('“odd.thing” must be more than zero. Enter more than zero.')
})

test('warnings are full sentences too', () => {
  const money = (units: number) => ({ money: minor(units) })
  expect(
    warningAnswer({ code: 'closes-milestone', params: { milestone: 'Design', amount: money(2_000) } }, english),
  ).toEqual({
    code: 'closes-milestone',
    message: 'The 20.00 that Design still held is carried over, and Design is paid.',
  })
  expect(
    warningAnswer(
      { code: 'over-budget', params: { cost: money(5_500), budget: money(5_000), over: money(500) } },
      english,
    ).message,
  ).toBe('The plan now costs 55.00, which is 5.00 over the budget of 50.00.')
})
