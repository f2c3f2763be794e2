import type { Page } from '@playwright/test'

/**
 * The faults that keep a person from reading or reaching something on the screen: one sentence for
 * each, with the text of the element.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5
    const dialog =
      document.querySelector('[role="alertdialog"]') ?? document.querySelector('[role="dialog"], [role="menu"]')
    const layer = dialog ?? document.body
    const faults: string[] = []
    const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element)
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}”`
    const isShown = (element: Element): boolean => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      const { width, height } = element.getBoundingClientRect()
      // Elements of one pixel are for screen readers only.
      return width > 1 && height > 1 && element.closest('[aria-hidden="true"]') === null
    }
    const isHeardOnly = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (styleOf(at).clipPath.startsWith('inset(50%')) return true
      return false
    }

    /**
     * A long name may be shortened if all of it is available elsewhere: in its title, or in the
     * tooltip of the piece above it.
     */
    const isShortened = (element: Element, within: Element): boolean =>
      styleOf(within).textOverflow === 'ellipsis' &&
      (element.closest('[title]') ??
        element.querySelector('[title]') ??
        element.closest('li')?.querySelector('[data-state="closed"]')) != null
    /** A label without room is hidden as a whole. */
    const isCutAway = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const frame = around.getBoundingClientRect()
        if (styleOf(around).overflowY === 'hidden' && (box.top >= frame.bottom || box.bottom <= frame.top)) return true
      }
      return false
    }

    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth - innerWidth} px wider than the window`)
    const main = document.querySelector('main')
    if (main !== null && main.scrollWidth > main.clientWidth)
      faults.push(`the screen scrolls sideways by ${main.scrollWidth - main.clientWidth} px`)
    if (dialog !== null && dialog.scrollWidth > dialog.clientWidth)
      faults.push(`the dialog scrolls sideways by ${dialog.scrollWidth - dialog.clientWidth} px`)

    const controls = [
      ...layer.querySelectorAll(
        'button, a[href], input, select, textarea, [role="option"], [role="menuitem"], [role="tab"]',
      ),
    ].filter(element => isShown(element) && !isHeardOnly(element))
    if (controls.length === 0) faults.push('there is nothing to press')
    for (const control of controls) {
      const box = control.getBoundingClientRect()
      let [across, down] = [true, true]
      for (let around = control.parentElement; around !== null && (across || down); around = around.parentElement) {
        const { overflowX, overflowY, position } = styleOf(around)
        const frame = around.getBoundingClientRect()
        if (
          across &&
          overflowX !== 'visible' &&
          !isShortened(control, around) &&
          (box.left < frame.left - SLACK || box.right > frame.right + SLACK)
        )
          faults.push(`${nameOf(control)} is cut off at the side by ${nameOf(around).slice(0, 30)}`)
        if (overflowX !== 'visible') across = false
        if (
          down &&
          (overflowY === 'hidden' || overflowY === 'clip') &&
          (box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK)
        )
          faults.push(`${nameOf(control)} is cut off below or above`)
        // A scrolling container can bring it into view.
        if (overflowY === 'auto' || overflowY === 'scroll') down = false
        if (position === 'fixed') break
      }
      if (box.left < -SLACK || box.right > innerWidth + SLACK)
        faults.push(`${nameOf(control)} reaches out of the window`)
    }

    // An element that stays in place while the rest scrolls covers the rest on purpose.
    const isAfloat = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null && at !== layer; at = at.parentElement)
        if (/sticky|fixed/.test(styleOf(at).position)) return true
      return false
    }
    const lying = controls
      .filter(control => !isAfloat(control))
      .map(control => ({ control, box: control.getBoundingClientRect() }))
    for (const [index, one] of lying.entries())
      for (const other of lying.slice(index + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (
          wide > SLACK &&
          high > SLACK &&
          !one.control.contains(other.control) &&
          !other.control.contains(one.control)
        )
          faults.push(`${nameOf(one.control)} lies over ${nameOf(other.control)}`)
      }

    const pen = document.createElement('canvas').getContext('2d')
    /** The width of a text in the font of a style, in pixels. */
    const widthOf = (text: string, { fontWeight, fontSize, fontFamily }: CSSStyleDeclaration, spacing = '0px') => {
      if (pen === null) return 0
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      pen.letterSpacing = spacing
      return pen.measureText(text).width
    }
    const roomIn = (element: Element): number => {
      const { paddingLeft, paddingRight } = styleOf(element)
      return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    }
    /** A longer choice is a person's own name, which may be shortened. */
    const LONGEST_CHOICE = 40
    for (const select of layer.querySelectorAll('select')) {
      const text = select.selectedOptions[0]?.text ?? ''
      if (isShown(select) && text.length <= LONGEST_CHOICE && widthOf(text, styleOf(select)) > roomIn(select) + SLACK)
        faults.push(`the choice “${text}” is cut off`)
    }
    for (const heading of layer.querySelectorAll('thead th')) {
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode())
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            faults.push(`the word “${word}” of a heading is broken`)
        }
    }
    // A shortened figure is another figure: none is ever cut, nor reaches into the next column.
    const figures = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
    for (let figure = figures.nextNode(); figure !== null; figure = figures.nextNode()) {
      const written = figure.textContent?.trim() ?? ''
      const holder = figure.parentElement
      if (
        holder === null ||
        !/^[-+−]?[\d.,’'٬٫\s]*\d[\d.,’'٬٫\s%]*$/.test(written) ||
        !isShown(holder) ||
        isHeardOnly(holder) ||
        isCutAway(holder)
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(figure)
      const box = range.getBoundingClientRect()
      for (let around: Element | null = holder; around !== null; around = around.parentElement) {
        // A scrolling container can bring it into view.
        if (/auto|scroll/.test(styleOf(around).overflowX)) break
        const frame = around.getBoundingClientRect()
        const isFrame = around.matches('td, th') || styleOf(around).overflowX !== 'visible'
        if (isFrame && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) {
          faults.push(`the figure ${written} of ${nameOf(holder.closest('tr') ?? holder)} is cut off`)
          break
        }
      }
    }
    for (const element of layer.querySelectorAll('*')) {
      if (!isShown(element) || isHeardOnly(element)) continue
      const style = styleOf(element)
      if (element instanceof HTMLInputElement && element.placeholder !== '' && element.value === '') {
        const spacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
        const width = widthOf(element.placeholder, getComputedStyle(element, '::placeholder'), spacing)
        if (width > roomIn(element) + SLACK)
          faults.push(`the placeholder “${element.placeholder}” is cut off: ${width} px in ${roomIn(element)} px`)
      }
      const hasText = [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      )
      const isCut =
        hasText &&
        style.overflowX !== 'visible' &&
        element.scrollWidth > element.clientWidth + 1 &&
        !(element instanceof HTMLSelectElement)
      if (isCut && !isShortened(element, element) && !isCutAway(element))
        faults.push(`the text of ${nameOf(element)} is cut off`)
    }
    return [...new Set(faults)]
  })
}
