import { vi } from 'vitest'

/**
 * Stubs the globals that modules of the page read while loading. Import those modules after this.
 */
export function standInForPage(locale = 'en-US'): void {
  vi.stubGlobal('navigator', { userAgent: 'a test', language: locale })
  vi.stubGlobal('location', { hash: '' })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  vi.stubGlobal('document', { documentElement: { dataset: { locale } } })
  vi.stubGlobal('window', { addEventListener: () => undefined, escrowbook: {} })
}
