import type { PrintedStatement } from '../../shared/printed-statement/printed-statement.ts'
import { fullDateText } from '../words/days.ts'
import { Say, words } from '../words/say.tsx'
import { ContractPart } from './contract-part.tsx'
import styles from './page.module.css'
import { periodText } from './period.ts'
import { Totals } from './totals.tsx'

const GROUP = /.{1,4}/g

/**
 * A statement as printed: its subject, each contract over the period, and a footer with the hash to
 * check it by.
 */
export function PrintedStatementPage({ statement }: { statement: PrintedStatement }) {
  const { of, name, book, contracts, totals, on } = statement
  const [only] = contracts
  const lines = contracts.flatMap(contract => contract.lines)
  const isOfOne = of === 'contract' && only !== undefined
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <p className={styles['kind']}>{words('printed.kind')}</p>
          <h1>{name}</h1>
        </div>
        <dl>
          <dt>{words('printed.period')}</dt>
          <dd>{periodText(statement)}</dd>
          <dt>{words('printed.currency')}</dt>
          <dd>{totals.map(({ currency }) => currency).join(', ')}</dd>
          <dt>{words('printed.drawn-up')}</dt>
          <dd>{fullDateText(on)}</dd>
          <dt>{words('printed.book')}</dt>
          <dd>{isOfOne ? words('printed.book-and-contract', { book: book.name, contract: only.id }) : book.name}</dd>
        </dl>
      </header>
      {isOfOne ? null : <Totals statement={statement} />}
      {contracts.map(contract => (
        <ContractPart key={contract.id} contract={contract} statement={statement} />
      ))}
      {lines.length === 0 ? null : (
        <p className={styles['note']}>
          {words('printed.note')} {lines.some(({ undone }) => undone) ? words('printed.note-undone') : null}
        </p>
      )}
      <footer className={styles['foot']}>
        <div>
          <h2>{words('printed.check')}</h2>
          <p>
            <Say text="printed.check-how" params={{ entries: book.entries }} />
          </p>
        </div>
        <ol className={styles['hash']} aria-label={words('printed.hash')}>
          {(book.head.toUpperCase().match(GROUP) ?? []).map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat, and never move.
            <li key={place}>{group}</li>
          ))}
        </ol>
        <p className={styles['owns']}>{words('printed.holds-no-money')}</p>
      </footer>
    </main>
  )
}
