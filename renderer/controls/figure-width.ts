import { useSyncExternalStore } from 'react'
import styles from './figure.module.css'

const widths = new Map<string, number>()
let ruler: HTMLElement | null = null

/**
 * The width in pixels of the widest of some figures as a table writes them, in the weight of its
 * total; 0 of none. A column of this width cuts no figure. It is measured again once the app's font
 * is there.
 */
export function useFigureWidth(figures: readonly string[]): number {
  useSyncExternalStore(onFonts, () => loaded)
  return Math.max(0, ...figures.map(widthOf))
}

/** All digits of a figure are equally wide, so that one measurement serves all of its form. */
function widthOf(figure: string): number {
  const form = figure.replaceAll(/\d/g, '0')
  let width = widths.get(form)
  if (width === undefined) {
    ruler ??= newRuler()
    ruler.textContent = form
    width = Math.ceil(ruler.getBoundingClientRect().width)
    widths.set(form, width)
  }
  return width
}

function newRuler(): HTMLElement {
  const made = document.createElement('span')
  made.className = `${styles['figure']} ${styles['ruler']}`
  made.ariaHidden = 'true'
  document.body.append(made)
  return made
}

let loaded = 0

function onFonts(changed: () => void): () => void {
  const again = (): void => {
    widths.clear()
    loaded += 1
    changed()
  }
  document.fonts.addEventListener('loadingdone', again)
  return () => document.fonts.removeEventListener('loadingdone', again)
}
