import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * The width of an element in pixels, so that a drawing in it need not be scaled; 0 until it is
 * measured.
 */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    setWidth(Math.floor(measured.clientWidth))
    const observer = new ResizeObserver(() => setWidth(Math.floor(measured.clientWidth)))
    observer.observe(measured)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
