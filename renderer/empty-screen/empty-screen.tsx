import type { ReactNode } from 'react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { newContract } from '../actions/contract-actions.ts'
import { useStore } from '../state/store.ts'
import text from '../theme/text.module.css'
import { words } from '../words/say.tsx'
import styles from './empty-screen.module.css'
import { Example } from './example.tsx'
import { EXAMPLE, EXAMPLE_PARAMS } from './example-case.ts'

interface EmptyScreenProps {
  /** The purpose of the screen. */
  readonly answer: WordKey
  /** The caption of the preview, with the amounts of the example. */
  readonly about: WordKey
  /** The screen's own table or chart, filled with the example. */
  readonly picture: (today: IsoDate) => ReactNode
}

/**
 * A screen of a book without contracts: its purpose, how to begin, and a non-interactive preview of
 * its content.
 */
export function EmptyScreen({ answer, about, picture }: EmptyScreenProps) {
  const today = useStore(state => state.book?.today)
  return (
    <div className={styles['empty']}>
      <p className={`${text['answer']} ${styles['answer']}`}>{words(answer)}</p>
      <ActionButton action={newContract} look="primary" />
      <Example about={words(about, EXAMPLE_PARAMS, EXAMPLE.decimals)}>
        <div className={styles['picture']} inert>
          {today === undefined ? null : picture(today)}
        </div>
      </Example>
    </div>
  )
}
