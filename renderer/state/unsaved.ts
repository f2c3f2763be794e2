import { ask } from './confirmation.ts'

/** The input that leaving a form would lose. */
export type Unsaved = 'contract' | 'changes'

let screen: Unsaved | null = null
let dialog: Unsaved | null = null

/** Registers the input that leaving the screen would lose; null for none. */
export function holdScreen(unsaved: Unsaved | null): void {
  screen = unsaved
}

/** Registers the input that closing the open dialog would lose; null for none. */
export function holdDialog(unsaved: Unsaved | null): void {
  dialog = unsaved
}

/** Leaves the screen, after asking whether to discard its input. */
export function leaveAfterAsking(leave: () => void): void {
  askToDiscard(screen ?? 'changes', () => {
    screen = null
    leave()
  })
}

/** True if leaving the screen loses nothing. */
export function mayLeave(): boolean {
  return screen === null
}

/** True if closing the window loses nothing. */
export function mayClose(): boolean {
  return screen === null && dialog === null
}

/** Closes the window, after asking whether to discard its input. */
export function askBeforeClosing(close: () => void): void {
  askToDiscard(dialog ?? screen ?? 'changes', close)
}

/** Asks whether to discard input; leaves once confirmed. */
export function askToDiscard(what: Unsaved, leave: () => void): void {
  ask({
    title: { key: 'leave.title', params: { what } },
    about: { key: 'leave.about' },
    stay: { key: 'leave.stay' },
    act: { key: 'leave.act' },
    perform: () => {
      leave()
      return null
    },
  })
}
