import { ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import styles from './pick.module.css'

interface PickProps extends ComponentPropsWithRef<'select'> {
  readonly label: string
}

/** A select without its box, inline in text. */
export function Pick({ label, className, ...select }: PickProps) {
  return (
    <label className={[styles['pick'], className].filter(Boolean).join(' ')}>
      {label}
      <select {...select} />
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </label>
  )
}
