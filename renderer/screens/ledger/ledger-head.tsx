import { Term } from '../../controls/term.tsx'
import { words } from '../../words/say.tsx'
import styles from './ledger-table.module.css'

/** The columns of the ledger and their heads. Out and in may share one, with signs. */
export function LedgerHead({ together }: { readonly together: boolean }) {
  return (
    <>
      <colgroup>
        <col className={styles['column-number']} />
        <col className={styles['column-date']} />
        <col className={styles['column-entry']} />
        <col className={styles['column-contract']} />
        <col className={styles['column-account']} />
        <col className={styles['column-out']} />
        {together ? null : <col className={styles['column-in']} />}
        <col className={styles['column-escrow']} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles['amount']}>
            {words('ledger.number')}
          </th>
          <th scope="col">{words('ledger.date')}</th>
          <th scope="col">
            <Term term="entry" text={words('ledger.entry')} />
          </th>
          <th scope="col" className={styles['contract']}>
            {words('ledger.contract')}
          </th>
          <th scope="col">
            <Term term="account" text={words('ledger.account')} />
          </th>
          <th scope="col" className={styles['amount']}>
            {words(together ? 'ledger.out-and-in' : 'ledger.out')}
          </th>
          {together ? null : (
            <th scope="col" className={styles['amount']}>
              {words('ledger.in')}
            </th>
          )}
          <th scope="col" className={styles['escrow']}>
            <Term term="escrow" text={words('ledger.escrow')} />
          </th>
        </tr>
      </thead>
    </>
  )
}
