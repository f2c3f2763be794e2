import type { Bridge } from '../../shared/api/bridge.ts'

declare global {
  interface Window {
    readonly escrowbook: Bridge
  }
}

/** The one way from the page to the book. */
export const bridge: Bridge = window.escrowbook
