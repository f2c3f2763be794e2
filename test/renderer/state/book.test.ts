import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { newFolder, OPENING, openBook, recordAll, TODAY } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const RENAMED = { type: 'edit-contract', contractId: 'C0001', title: 'Website, new' } as const

async function connected() {
  const book = await recordAll(await openBook(newFolder()), [OPENING, { ...OPENING, title: 'Other' }])
  // Until the check ends, each reading of the book is followed by another.
  await book.checked()
  const page = await pageOn(book)
  const state = {
    ...page,
    book,
    ...(await import('../../../renderer/state/book.ts')),
    ...(await import('../../../renderer/state/contract.ts')),
    ...(await import('../../../renderer/state/store.ts')),
    ...(await import('../../../renderer/ask/book-version.ts')),
  }
  state.connect()
  await state.settled()
  return { ...state, typesAfter: (count: number) => state.asked.slice(count).map(({ type }) => type) }
}

describe('the page of a book', () => {
  test('reads at its start what all screens share', async () => {
    const { useStore, asked, book, useBookVersion } = await connected()
    expect(useStore.getState()).toMatchObject({
      book: { entries: 2, readOnly: false, head: book.info().head },
      preferences: { theme: 'system' },
      summary: [{ currency: 'USD' }],
      listing: { total: 2 },
    })
    expect(useBookVersion.getState()).toEqual({ head: book.info().head, today: '2026-01-31' })
    expect(asked.map(({ type }) => type).sort()).toEqual(['book', 'contracts', 'contracts', 'preferences', 'summary'])
  })

  test('reads it again when the book changes, once for all changes before the next frame', async () => {
    const { useStore, page, book, asked, settled, typesAfter } = await connected()
    const before = asked.length
    await recordAll(book, [RENAMED, { ...OPENING, title: 'Third' }])
    expect(asked).toHaveLength(before)
    page.drawFrame()
    await settled()
    expect(typesAfter(before).sort()).toEqual(['book', 'contracts', 'contracts', 'summary'])
    expect(useStore.getState()).toMatchObject({ book: { entries: 4 }, listing: { total: 3 } })
    expect(page.hasFrame()).toBe(false)
  })

  test('reads the open contract again only when it has changed', async () => {
    const { useStore, page, book, openContract, asked, settled, typesAfter } = await connected()
    await openContract('C0001')
    let before = asked.length
    await recordAll(book, [{ ...RENAMED, contractId: 'C0002' }])
    page.drawFrame()
    await settled()
    expect(typesAfter(before)).not.toContain('contract')
    before = asked.length
    await recordAll(book, [RENAMED])
    page.drawFrame()
    await settled()
    expect(typesAfter(before)).toContain('contract')
    expect(useStore.getState().opened?.contract?.title).toBe('Website, new')
  })

  test('reads preferences and the open contract again when a change names no contract', async () => {
    const { page, push, openContract, asked, settled, typesAfter } = await connected()
    await openContract('C0001')
    const before = asked.length
    push('changed', { position: 2, contractIds: [], accountIds: [] })
    page.drawFrame()
    await settled()
    expect(typesAfter(before)).toEqual(expect.arrayContaining(['contract', 'preferences']))
  })

  test('asks for the day again when the window gets the focus', async () => {
    const { page, asked, settled, typesAfter } = await connected()
    const before = asked.length
    page.window.dispatchEvent(new Event('focus'))
    await settled()
    expect(typesAfter(before)).toEqual(['book'])
  })

  test('shows the latest state of the book, in whichever order the answers arrive', async () => {
    const { useStore, book, loadBook, hold, settled, useBookVersion } = await connected()
    const held = hold()
    void loadBook()
    await settled()
    await recordAll(book, [RENAMED])
    void loadBook()
    await settled()
    held[1]?.deliver()
    await settled()
    held[0]?.deliver()
    await settled()
    expect(useStore.getState().book?.entries).toBe(3)
    expect(useBookVersion.getState().head).toBe(book.info().head)
  })

  test('shows an answer even while it is being read again', async () => {
    const { useStore, book, loadBook, hold, settled } = await connected()
    await recordAll(book, [RENAMED])
    const held = hold()
    void loadBook()
    void loadBook()
    await settled()
    held[0]?.deliver()
    await settled()
    expect(useStore.getState().book?.entries).toBe(3)
    expect(useStore.getState().book?.head).toBe(book.info().head)
  })

  test('asks again while the book is being checked, and stops once that is done', async () => {
    const folder = newFolder()
    // Large enough to be checked in several slices.
    await writeSampleBook(folder, { contracts: 120, seed: 7, today: TODAY })
    let open: (book: Book) => void = () => {}
    const page = await pageOn(
      new Promise(opened => {
        open = opened
      }),
    )
    const { loadBook } = await import('../../../renderer/state/book.ts')
    const { useStore } = await import('../../../renderer/state/store.ts')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const loaded = loadBook()
    const book = await openBook(folder)
    open(book)
    await loaded
    expect(useStore.getState().book?.health.state).toBe('checking')
    await book.checked()
    await vi.advanceTimersByTimeAsync(1_000)
    await page.settled()
    expect(useStore.getState().book?.health.state).toBe('ok')
    const before = page.asked.length
    await vi.advanceTimersByTimeAsync(10_000)
    await page.settled()
    expect(page.asked).toHaveLength(before)
  })
})
