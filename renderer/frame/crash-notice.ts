import { tell } from '../state/dialogs.ts'

const HERE = 'escrowbook.here'

/** Says so where this page takes the place of one that crashed: such a one never took its leave. */
export function noticeCrashRecovery(): void {
  // The page is drawn first, for the first look into what is stored waits for another process.
  requestAnimationFrame(() => setTimeout(notice))
}

function notice(): void {
  if (sessionStorage.getItem(HERE) !== null) tell({ key: 'toast.came-back' })
  sessionStorage.setItem(HERE, '')
  window.addEventListener('pagehide', () => sessionStorage.removeItem(HERE))
}
