import { selector } from '../../../shared/words/selector.ts'
import { ActionButton } from '../../actions/action-button.tsx'
import { restoreExport } from '../../actions/book-actions.ts'
import { enterUnderWay, newContract } from '../../actions/contract-actions.ts'
import { Example } from '../../empty-screen/example.tsx'
import { EXAMPLE, EXAMPLE_PARAMS } from '../../empty-screen/example-case.ts'
import { BarKey, MoneyBar, type Piece } from '../../money-bar/money-bar.tsx'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import styles from './empty-book.module.css'

const KINDS = ['paid', 'held', 'reserved', 'unallocated', 'refunded', 'to-fund'] as const

/**
 * The screen of a book without contracts: its purpose, how to begin, and the key of the money bar.
 */
export function EmptyBook() {
  const pieces: readonly Piece[] = [
    { kind: 'paid', amount: EXAMPLE.paid },
    { kind: 'held', amount: EXAMPLE.left, name: words('sample.design') },
    { kind: 'to-fund', amount: EXAMPLE.more, name: words('sample.build') },
  ]
  return (
    <div className={styles['start']}>
      <h1>{words('empty.title')}</h1>
      <p className={text['answer']}>{words('empty.answer')}</p>
      <div className={styles['buttons']}>
        <ActionButton action={newContract} look="primary" />
        <ActionButton action={enterUnderWay} look="line" />
        <ActionButton action={restoreExport} look="quiet" />
      </div>
      <Example about={words('empty.sample-answer', EXAMPLE_PARAMS, EXAMPLE.decimals)}>
        <MoneyBar
          pieces={pieces}
          decimals={EXAMPLE.decimals}
          label={words('bar.label')}
          bracket={
            <Say
              text="bar.bracket"
              params={{ side: 'client', amount: { money: EXAMPLE.left }, extra: 'none', part: '', name: '' }}
              decimals={EXAMPLE.decimals}
            />
          }
        />
        <ul className={styles['key']} aria-label={words('bar.key')}>
          {KINDS.map(kind => (
            <li key={kind}>
              <BarKey kind={kind} />
              <div>
                <Say text="bar.key-of" params={{ kind: selector(kind) }} />
              </div>
            </li>
          ))}
        </ul>
      </Example>
    </div>
  )
}
