import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/**
 * An item that is being moved and not put down yet: which, from which place, and where it would
 * come to stand (both from 0).
 */
export interface Lifted {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly by: 'pointer' | 'keys'
}

/** What the handle of an item does. */
export interface Handle {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: () => void
}

/** How near to the edge of what scrolls a dragged item makes it scroll, and by how much a frame. */
const EDGE_PX = 40
const SCROLL_PX = 8
const STEP: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** Items in the order in which they would stand if the lifted one were put down now. */
export function inOrder<T>(items: readonly T[], lifted: Pick<Lifted, 'from' | 'to'> | null): readonly T[] {
  if (lifted === null) return items
  const { from, to } = lifted
  const others = items.filter((_, place) => place !== from)
  return [...others.slice(0, to), ...items.slice(from, from + 1), ...others.slice(to)]
}

/**
 * The place of a dragged item: behind all others whose middle is above the pointer. `middles` are
 * as the list stood when it was lifted.
 */
export function placeAt(y: number, middles: readonly number[], from: number): number {
  return middles.filter((middle, place) => place !== from && middle < y).length
}

/**
 * Lets a person put the items of a list in another order, by dragging a handle or by its keys:
 * Enter or Space lifts an item, arrows, Home and End move it, Enter or Space puts it down, Escape
 * leaves it where it was. `onMove` hears of the one move that comes of it.
 */
export function useReorder(ids: readonly string[], onMove: (id: string, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const latest = useRef(lifted)
  latest.current = lifted

  /** Leaves an item that was lifted where it is shown, or where it was. */
  function putDown(stays: boolean): void {
    const now = latest.current
    latest.current = null
    setLifted(null)
    if (stays && now !== null && now.to !== now.from) onMove(now.id, now.to)
  }
  const end = useRef(putDown)
  end.current = putDown

  const dragging = lifted?.by === 'pointer'
  useEffect(() => {
    if (!dragging) return
    const scrolled = list.current?.closest('main') ?? null
    const rows = [...(list.current?.children ?? [])].map(row => row.getBoundingClientRect())
    const middles = rows.map(({ top, height }) => top + height / 2)
    const scrolledAt = scrolled?.scrollTop ?? 0
    let pointer: number | null = null
    let frame = requestAnimationFrame(follow)
    function follow(): void {
      frame = requestAnimationFrame(follow)
      const now = latest.current
      if (pointer === null || now === null) return
      if (scrolled !== null) {
        const { top, bottom } = scrolled.getBoundingClientRect()
        if (pointer < top + EDGE_PX) scrolled.scrollBy(0, -SCROLL_PX)
        else if (pointer > bottom - EDGE_PX) scrolled.scrollBy(0, SCROLL_PX)
      }
      const to = placeAt(pointer + (scrolled?.scrollTop ?? 0) - scrolledAt, middles, now.from)
      if (to !== now.to) setLifted({ ...now, to })
    }
    const onPointerMove = ({ clientY }: globalThis.PointerEvent): void => {
      pointer = clientY
    }
    const onPointerUp = (): void => end.current(true)
    const onPointerCancel = (): void => end.current(false)
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') end.current(false)
    }
    window.addEventListener('pointermove', onPointerMove)
    window.addEventListener('pointerup', onPointerUp)
    window.addEventListener('pointercancel', onPointerCancel)
    window.addEventListener('keydown', onEscape)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onPointerMove)
      window.removeEventListener('pointerup', onPointerUp)
      window.removeEventListener('pointercancel', onPointerCancel)
      window.removeEventListener('keydown', onEscape)
    }
  }, [dragging])

  function handleOf(id: string): Handle {
    const from = ids.indexOf(id)
    return {
      onPointerDown: event => {
        if (event.button !== 0) return
        // Keeps the drag from marking text; the focus is then put where a click would have put it.
        event.preventDefault()
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        setLifted({ id, from, to: from, by: 'pointer' })
      },
      onKeyDown: event => {
        const now = latest.current
        const step = STEP[event.key]
        if (event.key === 'Enter' || event.key === ' ')
          now === null ? setLifted({ id, from, to: from, by: 'keys' }) : putDown(true)
        else if (now?.by !== 'keys') return
        else if (event.key === 'Escape') putDown(false)
        else if (step !== undefined) setLifted({ ...now, to: Math.max(0, Math.min(ids.length - 1, now.to + step)) })
        else return
        event.preventDefault()
      },
      onBlur: () => (latest.current?.by === 'keys' ? putDown(false) : undefined),
    }
  }
  return { list, lifted, handleOf }
}
