import type { ElementType, Key, ReactElement } from 'react'
import { jsx as element, jsxs as elements, Fragment } from 'react/jsx-runtime'
import { isolatedText, shownText } from '../../shared/words/shown-text.ts'

export type { JSX } from 'react/jsx-runtime'
/**
 * React's way to make elements, on which all text of the page passes: a text that could turn round
 * the words and amounts around it is shown with marks and isolated. Values of fields stay as typed.
 */
export { Fragment }

type Props = Readonly<Record<string, unknown>>

/** The attributes whose text is shown or read out. */
const SHOWN = ['title', 'aria-label', 'placeholder', 'alt'] as const

/** Makes an element with one child. */
export function jsx(type: ElementType, props: Props, key?: Key): ReactElement {
  return element(
    type,
    withShown(type, props, child => (typeof child === 'string' ? shownText(child) : child)),
    key,
  )
}

/** Makes an element with several children, which stand beside each other. */
export function jsxs(type: ElementType, props: Props, key?: Key): ReactElement {
  return elements(type, withShown(type, props, isolatedChildren), key)
}

function isolatedChildren(children: unknown): unknown {
  if (!Array.isArray(children)) return children
  const shown = children.map((child: unknown) => (typeof child === 'string' ? isolatedText(child) : child))
  return shown.some((child, index) => child !== children[index]) ? shown : children
}

/** Properties whose texts may be shown. The attributes of components reach an element later. */
function withShown(type: ElementType, props: Props, shown: (children: unknown) => unknown): Props {
  let changed = props
  const children = shown(props['children'])
  if (children !== props['children']) changed = { ...changed, children }
  if (typeof type !== 'string') return changed
  for (const name of SHOWN) {
    const text = props[name]
    if (typeof text !== 'string') continue
    const marked = shownText(text)
    if (marked !== text) changed = { ...changed, [name]: marked }
  }
  return changed
}
