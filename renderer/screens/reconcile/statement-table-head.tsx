import { Term } from '../../controls/term.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './statement-table.module.css'

/** The columns of the table and their titles: the statement's, the state, the book's. */
export function StatementTableHead() {
  return (
    <>
      <colgroup>
        <col className={styles['column-line']} />
        <col className={styles['column-date']} />
        <col className={styles['column-what']} />
        <col className={styles['column-amount']} />
        <col className={styles['column-mark']} />
        <col />
        <col className={styles['column-record']} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles['number']}>
            {words('reconcile.line')}
          </th>
          <th scope="col">{words('reconcile.date')}</th>
          <th scope="col">
            <Term term="statement" text={words('reconcile.statement')} />
          </th>
          <th scope="col" className={styles['number']}>
            {words('reconcile.amount')}
          </th>
          <th scope="col">
            <span className={text['hidden']}>{words('reconcile.match')}</span>
          </th>
          <th scope="col" className={styles['book']}>
            {words('reconcile.book')}
          </th>
          <th scope="col">{words('reconcile.record')}</th>
        </tr>
      </thead>
    </>
  )
}
