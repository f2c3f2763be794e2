// Stands in for `react-style-singleton`, with which Radix locks scrolling: the same style sheet,
// adopted by the document instead of written as a <style> element, which our content security
// policy refuses.
import { useLayoutEffect } from 'react'

const inUse = new Map<string, { readonly sheet: CSSStyleSheet; users: number }>()

function adopt(styles: string): () => void {
  const known = inUse.get(styles) ?? { sheet: new CSSStyleSheet(), users: 0 }
  if (known.users++ === 0) {
    known.sheet.replaceSync(styles)
    document.adoptedStyleSheets.push(known.sheet)
    inUse.set(styles, known)
  }
  return () => {
    if (--known.users > 0) return
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== known.sheet)
    inUse.delete(styles)
  }
}

function Sheet({ styles }: { styles: string; dynamic?: boolean }): null {
  useLayoutEffect(() => adopt(styles), [styles])
  return null
}

/**
 * The package's one export that is used: makes a component that applies its `styles` while it is
 * mounted.
 */
export const styleSingleton = (): typeof Sheet => Sheet
