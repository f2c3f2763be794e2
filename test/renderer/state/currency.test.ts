import { afterEach, describe, expect, test, vi } from 'vitest'
import { newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

async function pageIn(currencies: readonly string[]) {
  const book = await openBook(newFolder())
  const milestones = [{ title: 'A', amount: 10_000 }]
  await recordAll(
    book,
    currencies.map(currency => ({ ...OPENING, currency, milestones })),
  )
  const page = await pageOn(book)
  const state = {
    ...page,
    ...(await import('../../../renderer/state/currency.ts')),
    ...(await import('../../../renderer/state/contracts.ts')),
    ...(await import('../../../renderer/state/store.ts')),
  }
  await state.loadSummary()
  const shown = () => state.totalsIn(state.useStore.getState().summary, state.useChosenCurrency.getState().currency)
  return { ...state, shown }
}

describe('the currency that is shown', () => {
  test('is that of the most contracts, until another is chosen', async () => {
    const { chooseCurrency, shown } = await pageIn(['EUR', 'USD', 'USD', 'JPY'])
    expect(shown()?.currency).toBe('USD')
    chooseCurrency('JPY')
    expect(shown()?.currency).toBe('JPY')
  })

  test('falls back if no contract of the book has the chosen one', async () => {
    const { chooseCurrency, shown } = await pageIn(['EUR'])
    chooseCurrency('KWD')
    expect(shown()?.currency).toBe('EUR')
  })

  test('is none in an empty book, or before its totals are read', async () => {
    const { shown, totalsIn } = await pageIn([])
    expect(shown()).toBeNull()
    expect(totalsIn(null, 'USD')).toBeNull()
  })
})
