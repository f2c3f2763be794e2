import type { ReactNode } from 'react'
import styles from './settings.module.css'

interface SettingProps {
  readonly name: ReactNode
  /** A note below the value. */
  readonly about?: ReactNode
  /** Its buttons. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** A setting: its name, its value (`children`), and its buttons. */
export function Setting({ name, about, acts, children }: SettingProps) {
  return (
    <div className={styles['setting']}>
      <span className={styles['name']}>{name}</span>
      <div className={styles['value']}>
        {children}
        {about ? <div className={styles['about']}>{about}</div> : null}
      </div>
      <div className={styles['acts']}>{acts}</div>
    </div>
  )
}
