import { describe, expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { bonus, bookOf, contractId, correct, opening } from './correcting-fixture.ts'
import { record, recordAll } from './fixture.ts'

const edit = (more: object) => ({ type: 'edit-contract', contractId, ...more }) as const
const rename = (from: string, to: string) => ({ type: 'rename-party', from, to }) as const

const partiesOf = (book: Book): readonly (string | undefined)[] => {
  const { client, freelancer, title } = book.contract(contractId) ?? {}
  return [client, freelancer, title]
}

describe('a correction where parties were renamed', () => {
  /** The client changes, then the freelancer takes the name that the client had. */
  const SWAPPED = [
    opening([10_000]),
    bonus(100),
    edit({ title: 'Shop' }),
    edit({ client: 'Carol' }),
    rename('Dana Reyes', 'Acme Ltd'),
  ]

  test('is refused if both parties would have one name at its end, naming the edit that it leaves out', async () => {
    const book = await bookOf(SWAPPED)
    const { head } = book.info()
    expect(await correct(book, { entry: 4, remove: true })).toMatchObject({
      ok: false,
      refusal: { code: 'same-party', entry: 4 },
    })
    expect(book.info().head).toBe(head)
    expect(partiesOf(book)).toEqual(['Carol', 'Acme Ltd', 'Shop'])
  })

  test('is accepted if they have one name only between its steps', async () => {
    const book = await bookOf(SWAPPED)
    expect(await correct(book, { entry: 2, with: { amount: 200 } })).toMatchObject({ ok: true })
    expect(partiesOf(book)).toEqual(['Carol', 'Acme Ltd', 'Shop'])
    expect(book.contract(contractId)?.bonuses).toBe(200)
  })

  test('is refused if an edit would give both parties one name', async () => {
    const book = await bookOf([opening([10_000]), edit({ client: 'Carol' }), edit({ freelancer: 'Acme Ltd' })])
    expect(await correct(book, { entry: 2, remove: true })).toMatchObject({
      ok: false,
      refusal: { code: 'same-party', entry: 3 },
    })
  })

  test('lets a party be renamed on, whether its name came with the opening or with an edit', async () => {
    const book = await bookOf([opening([10_000]), bonus(100), edit({ freelancer: 'Dana', client: 'Carol' })])
    await recordAll(book, [rename('Dana', 'Dana R.'), rename('Dana R.', 'D. Reyes'), rename('Carol', 'Carol Inc')])
    await correct(book, { entry: 2, with: { amount: 200 } })
    expect(partiesOf(book)).toEqual(['Carol Inc', 'D. Reyes', 'Website'])
    await record(book, rename('Carol Inc', 'Carol AG'))
    await record(book, { type: 'reverse', contractId })
    expect(partiesOf(book)).toEqual(['Acme Ltd', 'Dana Reyes', 'Website'])
  })

  test('counts an edit whose party was renamed as recorded the same, whatever is closed', async () => {
    const book = await bookOf([
      opening([10_000]),
      bonus(100, { on: '2026-01-28' }),
      edit({ client: 'Carol', on: '2026-01-20' }),
      rename('Carol', 'Carol Inc'),
      { type: 'close-books', until: '2026-01-25' },
    ])
    expect(await correct(book, { entry: 2, with: { amount: 200 } })).toMatchObject({ ok: true })
    expect(partiesOf(book)).toEqual(['Carol Inc', 'Dana Reyes', 'Website'])
  })
})
