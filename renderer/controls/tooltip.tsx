import { Tooltip as Parts } from 'radix-ui'
import { type MouseEvent, type ReactElement, type ReactNode, useRef, useState } from 'react'
import styles from './tooltip.module.css'

/** The time within which a page scrolls to an element that gets the focus, in milliseconds. */
const SCROLLING_MS = 250

interface TooltipProps {
  /** The text that it shows. */
  readonly text: ReactNode
  /** The time that the pointer must rest on the element, in milliseconds. */
  readonly delay?: number
  /** True if a press shows it at once; by default, a press hides it. */
  readonly opensOnPress?: boolean
  /** The element that it explains, which takes a ref. */
  readonly children: ReactElement
}

/**
 * A text that appears next to an element while the pointer rests on either, or while the element
 * has the keyboard focus. Escape hides it. To screen readers it is the element's description.
 */
export function Tooltip({ text, delay = 300, opensOnPress = false, children }: TooltipProps) {
  const [open, setOpen] = useState(false)
  const focusedAt = useRef(-Infinity)
  /** Scrolling hides a tooltip, but not the scrolling to an element that gets the focus. */
  function change(next: boolean): void {
    if (next || performance.now() - focusedAt.current > SCROLLING_MS) setOpen(next)
  }
  const forgetFocus = () => {
    focusedAt.current = -Infinity
  }
  function show(event: MouseEvent): void {
    event.preventDefault()
    setOpen(true)
  }
  return (
    <Parts.Provider delayDuration={delay}>
      <Parts.Root open={open} onOpenChange={change}>
        <Parts.Trigger
          asChild
          onFocus={() => {
            focusedAt.current = performance.now()
          }}
          onBlur={forgetFocus}
          onPointerDown={forgetFocus}
          onClick={opensOnPress ? show : undefined}
        >
          {children}
        </Parts.Trigger>
        <Parts.Portal>
          <Parts.Content
            className={styles['tooltip']}
            side="bottom"
            sideOffset={6}
            collisionPadding={8}
            onEscapeKeyDown={forgetFocus}
          >
            {text}
          </Parts.Content>
        </Parts.Portal>
      </Parts.Root>
    </Parts.Provider>
  )
}
