import { minor } from '../../../shared/money.ts'
import { enterUnderWay, newContract, openSample } from '../../actions/app-actions.ts'
import { restoreExport } from '../../actions/book-actions.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { BarKey, MoneyBar, type Piece } from '../../components/money-bar.tsx'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import styles from './empty-book.module.css'

const KINDS = ['paid', 'held', 'reserved', 'unallocated', 'refunded', 'to-fund'] as const

/** The seed's own case, as the sample book has it. */
const SAMPLE = { decimals: 2, paid: minor(40_000), held: minor(2_000), toFund: minor(8_000) }

/** A book without contracts: what it is for, how to begin, and how its picture of money is read. */
export function EmptyBook() {
  const pieces: readonly Piece[] = [
    { kind: 'paid', amount: SAMPLE.paid },
    { kind: 'held', amount: SAMPLE.held, name: words('sample.design') },
    { kind: 'to-fund', amount: SAMPLE.toFund, name: words('sample.build') },
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
      <section className={styles['sample']} aria-labelledby="sample-heading">
        <div className={styles['head']}>
          <h2 id="sample-heading">{words('empty.sample')}</h2>
          <ActionButton action={openSample} look="line" small bare />
        </div>
        <p className={text['muted']}>{words('empty.sample-answer')}</p>
        <MoneyBar
          pieces={pieces}
          decimals={SAMPLE.decimals}
          label={words('bar.label')}
          bracket={<Say text="bar.bracket" params={{ amount: { money: SAMPLE.held }, extra: 'none', part: '', name: '' }} decimals={SAMPLE.decimals} />}
        />
        <ul className={styles['key']} aria-label={words('bar.key')}>
          {KINDS.map(kind => (
            <li key={kind}>
              <BarKey kind={kind} />
              <div>
                <Say text="bar.key-of" params={{ kind }} />
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
