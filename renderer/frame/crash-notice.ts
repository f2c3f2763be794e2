import { tell } from '../state/dialogs.ts'

const HERE = 'escrowbook.here'

/**
 * Tells the person if this page replaces one that crashed. A page that closes normally removes its
 * mark.
 */
export function noticeCrashRecovery(): void {
  // After the first paint: the first read of sessionStorage waits for another process.
  requestAnimationFrame(() => setTimeout(notice))
}

function notice(): void {
  if (sessionStorage.getItem(HERE) !== null) tell({ key: 'toast.came-back' })
  sessionStorage.setItem(HERE, '')
  window.addEventListener('pagehide', () => sessionStorage.removeItem(HERE))
}
