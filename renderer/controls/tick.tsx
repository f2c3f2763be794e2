import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './tick.module.css'

interface TickProps extends Omit<ComponentPropsWithRef<'input'>, 'type'> {
  readonly children: ReactNode
}

/** A labelled checkbox. */
export function Tick({ children, className, ...input }: TickProps) {
  return (
    <label className={[styles['tick'], className].filter(Boolean).join(' ')}>
      <input type="checkbox" {...input} />
      <span>{children}</span>
    </label>
  )
}
