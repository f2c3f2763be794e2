import { afterEach, describe, expect, test, vi } from 'vitest'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

const note = (index: number): EscrowCommandInput => ({
  type: 'edit-milestone',
  contractId: 'C0001',
  milestoneId: 'M1',
  title: `Title ${index}`,
})

/** The state of the open contract, in a book of two. */
async function contractOf(entries: number) {
  const book = await recordAll(await openBook(newFolder()), [
    OPENING,
    { ...OPENING, title: 'Other' },
    ...Array.from({ length: entries - 1 }, (_, index) => note(index)),
  ])
  const page = await pageOn(book)
  const state = await import('../../../renderer/state/contract.ts')
  const { useStore } = await import('../../../renderer/state/store.ts')
  return { ...page, ...state, book, opened: () => useStore.getState().opened, useStore }
}

describe('the open contract', () => {
  test('is read with the latest page of its timeline, and shows that it is loading', async () => {
    const { openContract, opened } = await contractOf(3)
    const reading = openContract('C0001')
    expect(opened()).toEqual({ contractId: 'C0001', contract: null, timeline: [], timelineTotal: 0, error: null })
    await reading
    expect(opened()).toMatchObject({ contract: { title: 'Website' }, timelineTotal: 3, error: null })
    expect(opened()?.timeline.map(row => row.label)).toHaveLength(3)
  })

  test('keeps its content while it is read again', async () => {
    const { openContract, opened, book, hold, settled } = await contractOf(1)
    await openContract('C0001')
    await recordAll(book, [{ type: 'edit-contract', contractId: 'C0001', title: 'Website, new' }])
    const held = hold()
    void openContract('C0001')
    await settled()
    expect(opened()?.contract?.title).toBe('Website')
    held[0]?.deliver()
    await settled()
    expect(opened()?.contract?.title).toBe('Website, new')
  })

  test('is the one that was opened last, in whichever order the answers arrive', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { openContract, opened, hold, settled } = await contractOf(1)
      const held = hold()
      void openContract('C0001')
      void openContract('C0002')
      await settled()
      for (const index of order) held[index]?.deliver()
      await settled()
      expect(opened()?.contract?.title).toBe('Other')
    }
  })

  test('is as last read, in whichever order the answers arrive', async () => {
    const { openContract, opened, book, hold, settled } = await contractOf(1)
    await openContract('C0001')
    const held = hold()
    void openContract('C0001')
    await settled()
    await recordAll(book, [{ type: 'edit-contract', contractId: 'C0001', title: 'Website, new' }])
    void openContract('C0001')
    await settled()
    held[1]?.deliver()
    await settled()
    held[0]?.deliver()
    await settled()
    expect(opened()?.contract?.title).toBe('Website, new')
  })

  test('that is not in the book is refused', async () => {
    const { openContract, opened } = await contractOf(1)
    await openContract('C0009')
    expect(opened()).toMatchObject({ contract: null, error: { code: 'unknown-contract' } })
  })

  test('closes unless another one is open, and does not come back with a late answer', async () => {
    const { openContract, closeContract, opened, hold, settled } = await contractOf(1)
    await openContract('C0001')
    closeContract('C0002')
    expect(opened()?.contractId).toBe('C0001')
    const held = hold()
    void openContract('C0001')
    await settled()
    closeContract('C0001')
    held[0]?.deliver()
    await settled()
    expect(opened()).toBeNull()
  })
})

describe('the timeline of the open contract', () => {
  test('grows page by page, without gaps', async () => {
    const { openContract, loadMoreTimeline, opened } = await contractOf(PAGE_LIMIT + 60)
    await openContract('C0001')
    const first = opened()?.timeline.length ?? 0
    expect(first).toBeLessThan(PAGE_LIMIT + 60)
    while ((opened()?.timeline.length ?? 0) < PAGE_LIMIT + 60) await loadMoreTimeline()
    expect(new Set(opened()?.timeline.map(row => row.entry)).size).toBe(PAGE_LIMIT + 60)
  })

  test('adds each page once, even if it is requested twice', async () => {
    const { openContract, loadMoreTimeline, opened } = await contractOf(PAGE_LIMIT + 60)
    await openContract('C0001')
    await Promise.all([loadMoreTimeline(), loadMoreTimeline()])
    const entries = opened()?.timeline.map(row => row.entry) ?? []
    expect(new Set(entries).size).toBe(entries.length)
  })

  test('ignores pages from before it was read again', async () => {
    const { openContract, loadMoreTimeline, opened, book, hold, release, settled } = await contractOf(PAGE_LIMIT + 60)
    await openContract('C0001')
    const held = hold()
    void loadMoreTimeline()
    await settled()
    release()
    await recordAll(book, [note(1_000)])
    await openContract('C0001')
    const before = opened()?.timeline
    held[0]?.deliver()
    await settled()
    expect(opened()?.timeline).toEqual(before)
  })
})
