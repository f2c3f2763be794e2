import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

/** The list of contracts in a book of contracts with these titles. */
async function listOf(titles: readonly string[]) {
  const commands = titles.map((title): EscrowCommandInput => ({ ...OPENING, title }))
  const book = await recordAll(await openBook(newFolder()), commands)
  const page = await pageOn(book)
  const contracts = await import('../../../renderer/state/contracts.ts')
  const { useStore } = await import('../../../renderer/state/store.ts')
  const listing = () => useStore.getState().listing
  const titlesOn = (index: number) => listing().pages[index]?.map(row => row.title)
  return { ...page, ...contracts, book, useStore, listing, titlesOn }
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Contract ${String(index).padStart(3, '0')}`)

describe('the list of contracts', () => {
  test('is read page by page, each page once, as its rows are shown', async () => {
    const { choose, showRows, settled, listing, titlesOn, asked, ROWS_A_PAGE } = await listOf(numbered(250))
    choose({ sortBy: 'title' })
    await settled()
    expect(listing().total).toBe(250)
    expect(Object.keys(listing().pages)).toEqual(['0'])
    showRows(ROWS_A_PAGE - 10, ROWS_A_PAGE + 10)
    showRows(ROWS_A_PAGE - 9, ROWS_A_PAGE + 11)
    await settled()
    showRows(ROWS_A_PAGE, ROWS_A_PAGE + 20)
    expect(titlesOn(1)?.[0]).toBe('Contract 100')
    expect(asked.map(message => message['offset'])).toEqual([0, ROWS_A_PAGE])
  })

  test('reads every visible page, even while others are being read', async () => {
    const { choose, showRows, settled, listing } = await listOf(numbered(250))
    choose({ sortBy: 'title' })
    showRows(190, 210)
    await settled()
    expect(Object.keys(listing().pages)).toEqual(['0', '1', '2'])
  })

  test('shows the last choice, in whichever order the answers arrive', async () => {
    const list = await listOf(['Alpha', 'Beta', 'Gamma', 'Delta'])
    const searches = ['alpha', 'beta', 'gamma', 'delta']
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    await fc.assert(
      fc.asyncProperty(orders, async arrivals => {
        list.release()
        list.choose({ search: '', sortBy: 'title' })
        await list.settled()
        const held = list.hold()
        for (const search of searches) list.choose({ search })
        await list.settled()
        let shown = ['Alpha', 'Beta', 'Delta', 'Gamma']
        for (const arrival of arrivals) {
          held[arrival]?.deliver()
          await list.settled()
          if (searches[arrival] === 'delta') shown = ['Delta']
          expect(list.titlesOn(0)).toEqual(shown)
        }
      }),
      { numRuns: 24 },
    )
  })

  test('does not mix a later page with another choice', async () => {
    const { choose, showRows, settled, hold, release, listing, titlesOn } = await listOf(numbered(150))
    choose({ sortBy: 'title' })
    await settled()
    const held = hold()
    showRows(100, 120)
    release()
    choose({ sortBy: 'title', descending: true })
    await settled()
    held[0]?.deliver()
    await settled()
    expect(Object.keys(listing().pages)).toEqual(['0'])
    expect(titlesOn(0)?.[0]).toBe('Contract 149')
  })

  test('keeps its old rows until the new ones arrive', async () => {
    const { choose, settled, hold, titlesOn } = await listOf(['Alpha', 'Beta'])
    choose({ sortBy: 'title' })
    await settled()
    const held = hold()
    choose({ search: 'beta' })
    await settled()
    expect(titlesOn(0)).toEqual(['Alpha', 'Beta'])
    held[0]?.deliver()
    await settled()
    expect(titlesOn(0)).toEqual(['Beta'])
  })

  test('reads the visible pages again when the book changes, and drops the others', async () => {
    const { choose, showRows, reloadContracts, settled, book, asked, listing } = await listOf(numbered(250))
    choose({ sortBy: 'title' })
    await settled()
    showRows(90, 110)
    await settled()
    showRows(100, 120)
    await recordAll(book, [{ ...OPENING, title: 'Contract 000a' }])
    const before = asked.length
    await reloadContracts()
    expect(asked.slice(before).map(message => message['offset'])).toEqual([100])
    expect(listing().total).toBe(251)
    expect(Object.keys(listing().pages)).toEqual(['1'])
  })

  test('says why it could not be read, and keeps its content', async () => {
    const { choose, settled, listing, titlesOn } = await listOf(['Alpha'])
    choose({ sortBy: 'title' })
    await settled()
    choose({ search: 'x'.repeat(10_001) })
    await settled()
    expect(listing().error?.code).toBe('bad-input')
    expect(titlesOn(0)).toEqual(['Alpha'])
    choose({ search: 'alpha' })
    await settled()
    expect(listing().error).toBeNull()
  })
})

describe('the cursor of the list', () => {
  test('stays within the list, and starts at its first row after a choice', async () => {
    const { choose, settled, moveCursor, setCursor, contractIdAt, listing } = await listOf(['Alpha', 'Beta', 'Gamma'])
    choose({ sortBy: 'title' })
    await settled()
    const moved = [1, 1, 1, 1, -10, Infinity, -Infinity].map(by => {
      moveCursor(by)
      return listing().cursor
    })
    expect(moved).toEqual([1, 2, 2, 2, 0, 2, 0])
    setCursor(2)
    expect(contractIdAt(listing().cursor)).toBe('C0003')
    choose({ descending: true })
    expect(listing().cursor).toBe(0)
    await settled()
    expect(contractIdAt(0)).toBe('C0003')
    expect(contractIdAt(3)).toBeUndefined()
  })

  test('opens a match of the search, even while the list is being read or read again', async () => {
    const { choose, contractChosen, reloadContracts, settled, hold, listing } = await listOf(['Alpha', 'Beta'])
    choose({ sortBy: 'title' })
    await settled()
    const held = hold()
    choose({ search: 'beta' })
    const chosen = contractChosen()
    await settled()
    // The book changes, so the first answer comes too late.
    void reloadContracts()
    await settled()
    held[0]?.deliver()
    await settled()
    expect(listing().pages[0]?.[0]?.title).toBe('Alpha')
    held[1]?.deliver()
    expect(await chosen).toBe('C0002')
  })
})

describe('the choice of the list', () => {
  test('is saved, except for its search', async () => {
    const { choose, restoreChoice, useStore, page } = await listOf([])
    const before = useStore.getState().choice
    choose({ search: 'alpha', stage: 'funded', sortBy: 'escrow', descending: true })
    useStore.setState({ choice: before })
    restoreChoice()
    expect(useStore.getState().choice).toEqual({ ...before, stage: 'funded', sortBy: 'escrow', descending: true })
    expect(page.localStorage.getItem('escrowbook.contracts.choice')).not.toContain('alpha')
  })

  test.each(['{', 'null', '"a string"', '7'])('starts with its defaults if %s was saved', async kept => {
    const { restoreChoice, useStore, page } = await listOf([])
    const before = useStore.getState().choice
    page.localStorage.setItem('escrowbook.contracts.choice', kept)
    restoreChoice()
    expect(useStore.getState().choice).toEqual(before)
  })
})

describe('the totals', () => {
  test('are read with the contracts that have the next deadlines', async () => {
    const { loadSummary, useStore, book } = await listOf(['Alpha'])
    const milestones = [{ title: 'A', amount: 1_000, due: '2026-02-10' }]
    await recordAll(book, [{ ...OPENING, title: 'Due', milestones }])
    await loadSummary()
    expect(useStore.getState().summary?.map(row => row.currency)).toEqual(['USD'])
    expect(useStore.getState().summaryError).toBeNull()
    expect(useStore.getState().soonest?.map(row => row.title)).toEqual(['Due'])
  })

  test('of an earlier state of the book are ignored', async () => {
    const { loadSummary, settled, hold, release, useStore, book } = await listOf(['Alpha'])
    const held = hold()
    const late = loadSummary()
    await settled()
    release()
    await recordAll(book, [{ ...OPENING, currency: 'EUR' }])
    await loadSummary()
    for (const { deliver } of held) deliver()
    await late
    expect(useStore.getState().summary?.map(row => row.currency)).toEqual(['USD', 'EUR'])
  })
})
