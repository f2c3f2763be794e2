import { vi } from 'vitest'

/**
 * What modules of the page look at while they are loaded, where there is no page. Import them after
 * this.
 */
export function standInForPage(locale = 'en-US'): void {
  vi.stubGlobal('navigator', { userAgent: 'a test', language: locale })
  vi.stubGlobal('location', { hash: '' })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  vi.stubGlobal('document', { documentElement: { dataset: { locale } } })
  vi.stubGlobal('window', { addEventListener: () => undefined, escrowbook: {} })
}
