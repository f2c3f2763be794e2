import type { ReactNode } from 'react'
import { ActionButton } from '../actions/action-button.tsx'
import { openSample } from '../actions/book-actions.ts'
import text from '../theme/text.module.css'
import { words } from '../words/say.tsx'
import styles from './example.module.css'

interface ExampleProps {
  /** The caption of the example. */
  readonly about: string
  readonly children: ReactNode
}

/**
 * A preview of a screen, showing the main example, with a button that opens a complete sample book.
 */
export function Example({ about, children }: ExampleProps) {
  return (
    <section className={styles['example']} aria-labelledby="example-heading">
      <div className={styles['head']}>
        <h2 id="example-heading">{words('empty.sample')}</h2>
        <ActionButton action={openSample} look="line" small bare />
      </div>
      <p className={`${text['muted']} ${styles['about']}`}>{about}</p>
      {children}
    </section>
  )
}
