import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** An item being moved: its old and new index, and the input device. */
export interface Lifted {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly by: 'pointer' | 'keys'
}

/** The event handlers of an item's handle. */
export interface Handle {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: () => void
}

/**
 * The distance from the edge of the scrolled area within which a drag scrolls it, and the step per
 * frame, in px.
 */
const EDGE_PX = 40
const SCROLL_PX = 8
const STEP: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** The items in the order they would have if the lifted one were dropped now. */
export function inOrder<T>(items: readonly T[], lifted: Pick<Lifted, 'from' | 'to'> | null): readonly T[] {
  if (lifted === null) return items
  const { from, to } = lifted
  const others = items.filter((_, index) => index !== from)
  return [...others.slice(0, to), ...items.slice(from, from + 1), ...others.slice(to)]
}

/**
 * The index of a dragged item: after all others whose middle is above the pointer. `middles` are
 * measured when the item is lifted.
 */
export function indexAt(y: number, middles: readonly number[], from: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length
}

/**
 * Reorders a list by dragging a handle or by its keys: Enter or Space lifts an item, arrows, Home
 * and End move it, Enter or Space drops it, Escape cancels. `onMove` is called once per completed
 * move.
 */
export function useReorder(ids: readonly string[], onMove: (id: string, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const latest = useRef(lifted)
  latest.current = lifted

  /** Ends a move: keeps the new position, or the old one. */
  function drop(keepsNew: boolean): void {
    const now = latest.current
    latest.current = null
    setLifted(null)
    if (keepsNew && now !== null && now.to !== now.from) onMove(now.id, now.to)
  }
  useDrag({ list, isDragging: lifted?.by === 'pointer', latest, onLift: setLifted, onDrop: drop })

  function handleOf(id: string): Handle {
    const from = ids.indexOf(id)
    return {
      onPointerDown: event => {
        if (event.button !== 0) return
        // Prevent the drag from selecting text, but still focus what a click would focus.
        event.preventDefault()
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        setLifted({ id, from, to: from, by: 'pointer' })
      },
      onKeyDown: event => {
        const now = latest.current
        const step = STEP[event.key]
        if (event.key === 'Enter' || event.key === ' ')
          now === null ? setLifted({ id, from, to: from, by: 'keys' }) : drop(true)
        else if (now?.by !== 'keys') return
        else if (event.key === 'Escape') drop(false)
        else if (step !== undefined) setLifted({ ...now, to: Math.max(0, Math.min(ids.length - 1, now.to + step)) })
        else return
        event.preventDefault()
      },
      onBlur: () => (latest.current?.by === 'keys' ? drop(false) : undefined),
    }
  }
  return { list, lifted, handleOf }
}

interface Drag {
  readonly list: RefObject<HTMLOListElement | null>
  readonly isDragging: boolean
  readonly latest: RefObject<Lifted | null>
  readonly onLift: (lifted: Lifted) => void
  readonly onDrop: (keepsNew: boolean) => void
}

/** Follows the pointer while an item is dragged, and scrolls near the edges. */
function useDrag({ list, isDragging, latest, onLift, onDrop }: Drag): void {
  const end = useRef(onDrop)
  end.current = onDrop
  useEffect(() => {
    if (!isDragging) return
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
      scrollNearEdge(scrolled, pointer)
      const to = indexAt(pointer + (scrolled?.scrollTop ?? 0) - scrolledAt, middles, now.from)
      if (to !== now.to) onLift({ ...now, to })
    }
    const listeners = new AbortController()
    const { signal } = listeners
    window.addEventListener('pointermove', ({ clientY }) => (pointer = clientY), { signal })
    window.addEventListener('pointerup', () => end.current(true), { signal })
    window.addEventListener('pointercancel', () => end.current(false), { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end.current(false), { signal })
    return () => {
      cancelAnimationFrame(frame)
      listeners.abort()
    }
  }, [isDragging, list, latest, onLift])
}

function scrollNearEdge(scrolled: HTMLElement | null, pointer: number): void {
  if (scrolled === null) return
  const { top, bottom } = scrolled.getBoundingClientRect()
  if (pointer < top + EDGE_PX) scrolled.scrollBy(0, -SCROLL_PX)
  else if (pointer > bottom - EDGE_PX) scrolled.scrollBy(0, SCROLL_PX)
}
