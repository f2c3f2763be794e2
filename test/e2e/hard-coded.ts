import type { Page } from '@playwright/test'

/**
 * The texts on the page, shown or read aloud, that still have plain letters in a run of the
 * pseudo-locale: they do not come from the catalogue.
 */
export async function hardCoded(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const ATTRIBUTES = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ]
    const found: string[] = []
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      // Names and texts from elsewhere, which no language translates.
      if (element.closest('[translate="no"]') !== null) continue
      for (const name of ATTRIBUTES) {
        const value = element.getAttribute(name)
        if (value !== null) found.push(value)
      }
      for (const part of ['::before', '::after']) found.push(getComputedStyle(element, part).content)
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '')
    }
    return found
  })
  // A name may be the beginning of another.
  const longestFirst = names.toSorted((one, other) => other.length - one.length)
  const isPlain = (text: string): boolean => {
    let rest = text
    for (const name of longestFirst) rest = rest.replaceAll(name, '')
    // Codes of currencies, groups of a hash, and the value of CSS for no content.
    return /[a-z]{2,}/i.test(rest.replaceAll(/\b[A-Z]{3}\b|\b[0-9A-F]{4}\b|^(none|normal|counter\(.*\))$/g, ''))
  }
  return [...new Set(texts)].filter(isPlain)
}
