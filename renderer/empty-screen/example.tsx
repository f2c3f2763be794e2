import type { ReactNode } from 'react'
import { ActionButton } from '../actions/action-button.tsx'
import { openSample } from '../actions/book-actions.ts'
import text from '../theme/text.module.css'
import { words } from '../words/say.tsx'
import styles from './example.module.css'

interface ExampleProps {
  /** What is to be seen, in words. */
  readonly about: string
  readonly children: ReactNode
}

/**
 * What a screen will look like, drawn of the seed's case, and the way to a whole book to look round
 * in.
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
