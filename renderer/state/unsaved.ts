import { ask } from './confirmation.ts'

/** The input that leaving a form would lose. */
export type Unsaved = 'contract' | 'changes'

let screen: Unsaved | null = null
let dialog: Unsaved | null = null

/** Registers what leaving the screen would lose; null for nothing. */
export function holdScreen(unsaved: Unsaved | null): void {
  screen = unsaved
}

/** Registers what closing the open dialog would lose; null for nothing. */
export function holdDialog(unsaved: Unsaved | null): void {
  dialog = unsaved
}

/** Leaves the screen after asking whether its input may be discarded. */
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

/** Closes the window after asking whether its input may be discarded. */
export function askBeforeClosing(close: () => void): void {
  askToDiscard(dialog ?? screen ?? 'changes', close)
}

/** Asks whether input may be discarded; leaves once confirmed. */
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
