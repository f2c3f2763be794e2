import { ask } from './confirmation.ts'

/** What would be lost by leaving a form: none while nothing was typed into it. */
export type Unsaved = 'contract' | 'changes'

let screen: Unsaved | null = null
let dialog: Unsaved | null = null

/** Says whether leaving the screen would lose something. */
export function holdScreen(unsaved: Unsaved | null): void {
  screen = unsaved
}

/** Says whether leaving the dialog that is open would lose something. */
export function holdDialog(unsaved: Unsaved | null): void {
  dialog = unsaved
}

/** Does what leaves the screen, after asking whether what was typed there may go. */
export function leaveAfterAsking(leave: () => void): void {
  askToDiscard(screen ?? 'changes', () => {
    screen = null
    leave()
  })
}

/** Whether leaving the screen loses nothing. */
export function mayLeave(): boolean {
  return screen === null
}

/** Whether closing the window loses nothing. */
export function mayClose(): boolean {
  return screen === null && dialog === null
}

/** Closes the window, after asking whether what was typed in it may go. */
export function askBeforeClosing(close: () => void): void {
  askToDiscard(dialog ?? screen ?? 'changes', close)
}

/** Asks whether what was typed may be lost. */
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
