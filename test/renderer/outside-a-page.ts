import { vi } from 'vitest'
import type { Bridge } from '../../shared/api/bridge.ts'

/** The controls of the stand-in for a page. */
export interface PageStandIn {
  readonly window: EventTarget
  readonly location: { hash: string }
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>
  readonly dataset: Record<string, string | undefined>
  /** True while modules have asked for frames that have not been drawn. */
  hasFrame(): boolean
  /** Draws the next frame. */
  drawFrame(): void
}

/**
 * Stubs the globals that modules of the page read while loading. Import those modules after this.
 * Changing the address is an event of the window, as in a page.
 */
export function standInForPage(locale = 'en-US', bridge: Partial<Bridge> = {}): PageStandIn {
  const window = new EventTarget()
  const dataset: Record<string, string | undefined> = { locale }
  const stored = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  let hash = ''
  const location = {
    get hash() {
      return hash
    },
    set hash(wanted: string) {
      if (wanted === hash) return
      hash = wanted
      window.dispatchEvent(new Event('hashchange'))
    },
  }
  const frames: (() => void)[] = []
  vi.stubGlobal('navigator', { userAgent: 'a test', language: locale })
  vi.stubGlobal('location', location)
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, address: string) => {
      hash = address
    },
  })
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  vi.stubGlobal('document', { documentElement: { dataset } })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
  vi.stubGlobal('window', Object.assign(window, { escrowbook: bridge }))
  return {
    window,
    location,
    localStorage,
    dataset,
    hasFrame: () => frames.length > 0,
    drawFrame: () => {
      for (const draw of frames.splice(0)) draw()
    },
  }
}
