import { afterEach, describe, expect, test, vi } from 'vitest'
import { newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

async function pageOfTwo() {
  const book = await recordAll(await openBook(newFolder()), [OPENING, { ...OPENING, title: 'Other' }])
  const page = await pageOn(book)
  return {
    ...page,
    ...(await import('../../../renderer/state/dialogs.ts')),
    ...(await import('../../../renderer/state/contract.ts')),
    ...(await import('../../../renderer/state/route.ts')),
    ...(await import('../../../renderer/state/store.ts')),
    ...(await import('../../../renderer/state/book-dialog.ts')),
    ...(await import('../../../renderer/state/confirmation.ts')),
    ...(await import('../../../renderer/state/overlay.ts')),
  }
}

const FUND = { move: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' } as const

describe('a dialog', () => {
  test('for a contract that is not open opens it while the dialog is shown', async () => {
    const { openDialog, closeDialog, settled, useStore } = await pageOfTwo()
    openDialog(FUND)
    await settled()
    expect(useStore.getState()).toMatchObject({ dialog: FUND, opened: { contract: { title: 'Website' } } })
    closeDialog()
    expect(useStore.getState()).toMatchObject({ dialog: null, opened: null })
  })

  test('for the contract on the screen leaves it open', async () => {
    const { openDialog, closeDialog, openContract, settled, useStore, asked } = await pageOfTwo()
    await openContract('C0001')
    const before = asked.length
    openDialog(FUND)
    await settled()
    closeDialog()
    expect(asked).toHaveLength(before)
    expect(useStore.getState().opened?.contract?.title).toBe('Website')
  })

  test('leaves its contract open if the person has gone to it meanwhile', async () => {
    const { openDialog, closeDialog, go, settled, useStore } = await pageOfTwo()
    openDialog(FUND)
    await settled()
    go({ screen: 'contract', contractId: 'C0001' })
    closeDialog()
    expect(useStore.getState().opened?.contract?.title).toBe('Website')
  })

  test('for a contract that cannot be read closes, and a toast says why', async () => {
    const { openDialog, settled, useStore } = await pageOfTwo()
    openDialog({ ...FUND, contractId: 'C0009' })
    await settled()
    const { dialog, opened, toast } = useStore.getState()
    expect([dialog, opened]).toEqual([null, null])
    expect(toast).toMatchObject({ text: { key: 'toast.refused' }, contractId: null, undo: null })
    expect(toast?.text.params?.['message']).toContain('no such contract')
  })

  test('that was closed before its contract was read shows no message', async () => {
    const { openDialog, closeDialog, hold, settled, useStore } = await pageOfTwo()
    const held = hold()
    openDialog({ ...FUND, contractId: 'C0009' })
    await settled()
    closeDialog()
    held[0]?.deliver()
    await settled()
    expect(useStore.getState()).toMatchObject({ dialog: null, opened: null, toast: null })
  })

  test('replaces the palette', async () => {
    const { openDialog, showPalette, useStore } = await pageOfTwo()
    showPalette(true)
    openDialog(FUND)
    expect(useStore.getState().palette).toBe(false)
  })
})

describe('a toast', () => {
  test('about the whole book offers no undo, and can be dismissed', async () => {
    const { tell, dismissToast, useStore } = await pageOfTwo()
    tell({ key: 'toast.backed-up', params: { entries: 2 } })
    expect(useStore.getState().toast).toMatchObject({ contractId: null, undo: null, again: null })
    dismissToast()
    expect(useStore.getState().toast).toBeNull()
  })
})

test('a dialog, a book dialog, the palette or a question takes over the screen’s keys', async () => {
  const page = await pageOfTwo()
  expect(page.isOverlayOpen()).toBe(false)
  const overlays: readonly (readonly [open: () => void, close: () => void])[] = [
    [() => page.openDialog(FUND), page.closeDialog],
    [() => page.openBookDialog({ dialog: 'check-statement' }), page.closeBookDialog],
    [() => page.showPalette(true), () => page.showPalette(false)],
    [
      () =>
        page.ask({
          title: { key: 'leave.title', params: { what: 'changes' } },
          about: { key: 'leave.about' },
          stay: { key: 'leave.stay' },
          act: { key: 'leave.act' },
          perform: () => null,
        }),
      page.withdraw,
    ],
  ]
  for (const [open, close] of overlays) {
    open()
    expect(page.isOverlayOpen()).toBe(true)
    close()
    expect(page.isOverlayOpen()).toBe(false)
  }
  await page.settled()
})
