import { afterEach, describe, expect, test, vi } from 'vitest'
import { MOVES, newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A book with a backup of its opening alone, and its page. */
async function backedUpBook() {
  const book = await recordAll(await openBook(newFolder()), [OPENING])
  const page = await pageOn(book)
  const state = {
    ...page,
    book,
    ...(await import('../../../renderer/state/backups.ts')),
    ...(await import('../../../renderer/state/book.ts')),
    ...(await import('../../../renderer/state/store.ts')),
    ...(await import('../../../renderer/state/confirmation.ts')),
  }
  await state.loadBook()
  expect(await state.backUp()).toBeNull()
  const [backup] = await book.backups()
  if (backup === undefined) throw new Error('nothing was backed up')
  return { ...state, backup, question: () => state.useConfirmation.getState().asked }
}

describe('a backup', () => {
  test('is made, reported, and shown as the latest', async () => {
    const { useStore, book } = await backedUpBook()
    expect(useStore.getState().toast?.text).toEqual({ key: 'toast.backed-up', params: { entries: 1 } })
    expect(useStore.getState().book?.lastBackup).toBe(book.info().lastBackup)
  })

  test('is restored only after a question, which names the entries that would be lost', async () => {
    const { book, askToRestore, loadBook, backup, question, useStore } = await backedUpBook()
    await recordAll(book, MOVES)
    await loadBook()
    await askToRestore(backup)
    expect(question()?.about).toEqual({ key: 'restore.about', params: { entries: 1, missing: 3 } })
    expect(question()?.lost).toHaveLength(3)
    expect(question()?.lost?.[0]).toContain('Website')
    expect(book.info().entries).toBe(4)
    expect(await question()?.perform()).toBeNull()
    expect(book.info().entries).toBe(1)
    expect(useStore.getState()).toMatchObject({ book: { entries: 1 }, toast: { text: { key: 'toast.restored' } } })
  })

  test('names the latest entries and counts the others if many would be lost', async () => {
    const { book, askToRestore, loadBook, backup, question } = await backedUpBook()
    await recordAll(book, MOVES)
    await recordAll(
      book,
      Array.from({ length: 4 }, () => ({ type: 'bonus', contractId: 'C0001', amount: 100 }) as const),
    )
    await loadBook()
    await askToRestore(backup)
    expect(question()?.about.params?.['missing']).toBe(7)
    expect(question()?.lost).toHaveLength(6)
    expect(question()?.lost?.[0]).toContain('8')
    expect(question()?.lost?.at(-1)).toContain('2')
  })

  test('is restored without a list of entries if nothing would be lost', async () => {
    const { askToRestore, backup, question } = await backedUpBook()
    await askToRestore(backup)
    expect(question()).toMatchObject({ about: { params: { missing: 0 } }, lost: [] })
  })

  test('that is gone is refused, and the book stays as it is', async () => {
    const { book, askToRestore, backup, question } = await backedUpBook()
    await askToRestore({ ...backup, id: backup.id.replace(/\d{4}/, '1999') })
    expect(await question()?.perform()).toMatchObject({ code: 'bad-input', field: 'id' })
    expect(book.info().entries).toBe(1)
  })
})
