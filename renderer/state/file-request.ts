import { create } from 'zustand'

/** The number of requests for the file dialog from outside the screen. */
export const useFileRequests = create<{ readonly count: number }>()(() => ({ count: 0 }))

/** Asks the screen Reconcile to open the file dialog. */
export function askForFile(): void {
  useFileRequests.setState(({ count }) => ({ count: count + 1 }))
}
