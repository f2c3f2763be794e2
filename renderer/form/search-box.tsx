import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isTyping } from '../controls/is-typing.ts'
import { isOverlayOpen } from '../state/overlay.ts'
import styles from './search-box.module.css'

interface SearchBoxProps {
  /** The label for screen readers. */
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Called for every key but Escape, which clears the box, then leaves it. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Sets the width, which cannot come from the content. */
  readonly className: string | undefined
}

/** A screen's search field; the key / focuses it. */
export function SearchBox({ label, placeholder, value, onChange, onKeyDown, className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey || isOverlayOpen()) return
      event.preventDefault()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  function onKeyInBox(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Escape') onKeyDown?.(event)
    else if (value === '') event.currentTarget.blur()
    else onChange('')
  }
  return (
    <label className={`${styles['search']} ${className}`}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyInBox}
      />
      <kbd aria-hidden>/</kbd>
    </label>
  )
}
