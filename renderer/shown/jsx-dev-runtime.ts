import type { ElementType, Key, ReactElement } from 'react'
import { jsx, jsxs } from './jsx-runtime.ts'

export type { JSX } from 'react/jsx-runtime'
export { Fragment } from './jsx-runtime.ts'

/** Makes an element while the page is developed or tested; see `jsx-runtime.ts`. */
export function jsxDEV(
  type: ElementType,
  props: Readonly<Record<string, unknown>>,
  key: Key | undefined,
  hasMany: boolean,
): ReactElement {
  return (hasMany ? jsxs : jsx)(type, props, key)
}
