import type { ReactNode } from 'react'
import { newContract } from '../actions/app-actions.ts'
import text from '../theme/text.module.css'
import { ActionButton } from './action-button.tsx'
import styles from './empty-screen.module.css'
import { Example } from './example.tsx'

interface EmptyScreenProps {
  /** What the screen is for. */
  readonly answer: string
  /** What the picture shows, in words. */
  readonly about: string
  /** The screen's own table or chart, of the example. */
  readonly children: ReactNode
}

/** A screen of a book without contracts: what it will tell, how to begin, and what it looks like then. The picture is only to look at. */
export function EmptyScreen({ answer, about, children }: EmptyScreenProps) {
  return (
    <div className={styles['empty']}>
      <p className={`${text['answer']} ${styles['answer']}`}>{answer}</p>
      <ActionButton action={newContract} look="primary" />
      <Example about={about}>
        <div className={styles['picture']} inert>
          {children}
        </div>
      </Example>
    </div>
  )
}
