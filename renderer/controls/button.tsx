import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './button.module.css'

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /**
   * `primary`: the one that Enter confirms. `danger`: confirms a loss. `line`: stands out among
   * quiet ones. `quiet`: the rest.
   */
  readonly look?: 'primary' | 'danger' | 'line' | 'quiet' | 'plain'
  readonly small?: boolean
  readonly icon?: LucideIcon | undefined
  /** An icon after the label, such as the key that triggers it. */
  readonly tail?: LucideIcon | undefined
  readonly children?: ReactNode
}

/**
 * A button of the app. An unavailable one is `aria-disabled`, so that it can still be found and
 * read.
 */
export function Button({
  look = 'plain',
  small = false,
  icon: Icon,
  tail: Tail,
  children,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const off = rest['aria-disabled'] === true || rest['aria-disabled'] === 'true'
  const names = [
    styles['button'],
    styles[look],
    small && styles['small'],
    children === undefined && styles['bare'],
    className,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <button
      {...rest}
      data-look={look}
      type={type}
      className={names}
      onClick={off && type !== 'submit' ? event => event.preventDefault() : onClick}
    >
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
      {Tail === undefined ? null : <Tail size={14} strokeWidth={1.75} aria-hidden className={styles['tail']} />}
    </button>
  )
}
