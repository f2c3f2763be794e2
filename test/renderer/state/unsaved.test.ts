import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { standInForPage } from '../outside-a-page.ts'

let unsaved: typeof import('../../../renderer/state/unsaved.ts')
let confirmation: typeof import('../../../renderer/state/confirmation.ts')

beforeEach(async () => {
  vi.resetModules()
  standInForPage()
  unsaved = await import('../../../renderer/state/unsaved.ts')
  confirmation = await import('../../../renderer/state/confirmation.ts')
})
afterEach(() => void vi.unstubAllGlobals())

const asked = () => confirmation.useConfirmation.getState().asked
const what = () => asked()?.title.params?.['what']

describe('unsaved input', () => {
  test('on a screen blocks leaving it and closing the window', () => {
    expect([unsaved.mayLeave(), unsaved.mayClose()]).toEqual([true, true])
    unsaved.holdScreen('contract')
    expect([unsaved.mayLeave(), unsaved.mayClose()]).toEqual([false, false])
    unsaved.holdScreen(null)
    expect([unsaved.mayLeave(), unsaved.mayClose()]).toEqual([true, true])
  })

  test('in a dialog blocks only closing the window', () => {
    unsaved.holdDialog('changes')
    expect([unsaved.mayLeave(), unsaved.mayClose()]).toEqual([true, false])
  })

  test('is named in the question when the window closes: that of the dialog, which is on top', () => {
    const close = vi.fn()
    unsaved.holdScreen('contract')
    unsaved.askBeforeClosing(close)
    expect(what()).toBe('contract')
    unsaved.holdDialog('changes')
    unsaved.askBeforeClosing(close)
    expect(what()).toBe('changes')
    expect(close).not.toHaveBeenCalled()
  })

  test('is discarded only once the person confirms', async () => {
    const leave = vi.fn()
    unsaved.holdScreen('contract')
    unsaved.leaveAfterAsking(leave)
    expect([leave.mock.calls.length, unsaved.mayLeave()]).toEqual([0, false])
    expect(await asked()?.perform()).toBeNull()
    expect([leave.mock.calls.length, unsaved.mayLeave()]).toEqual([1, true])
  })
})
