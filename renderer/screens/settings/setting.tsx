import type { ReactNode } from 'react'
import styles from './settings.module.css'

interface SettingProps {
  /** What it is; stands first. */
  readonly name: string
  /** More about it, below its value. */
  readonly about?: ReactNode
  /** What can be done with it. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** One line of the settings: what it is, how it is, what can be done. */
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
