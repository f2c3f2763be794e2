import { Pencil } from 'lucide-react'
import { memo } from 'react'
import type { NamedLedgerRow, NamedPosting } from '../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { minor } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ROW_TARGET } from '../../controls/row-keys.ts'
import { openBookDialog } from '../../state/book-dialog.ts'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { dateText, fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import styles from './ledger-table.module.css'
import { type Line, rootOf } from './lines.ts'

interface LedgerLineProps {
  readonly line: Line
  readonly rowIndex: number
  readonly today: IsoDate
  readonly decimals: number
  /** True if out and in share a column, with signs. */
  readonly together: boolean
}

/**
 * One line of the ledger. An entry's first line has its label, the second its reference and note; a
 * reversed entry is struck through.
 */
export const LedgerLine = memo(function LedgerLine({ line, rowIndex, today, decimals, together }: LedgerLineProps) {
  const { row, posting, index, escrow } = line
  const first = index === 0
  const out = posting.amount < 0
  const amount = together ? (
    <Figure amount={posting.amount} decimals={decimals} signed />
  ) : (
    <Figure amount={minor(Math.abs(posting.amount))} decimals={decimals} />
  )
  const classes = [first && styles['first'], row.reversedBy !== undefined && styles['undone']].filter(Boolean).join(' ')
  return (
    <tr aria-rowindex={rowIndex} className={classes}>
      <td className={`${styles['amount']} ${styles['number']}`}>{first ? row.entry : null}</td>
      <td className={styles['date']}>
        {first ? (
          <time dateTime={row.on} title={fullDateText(row.on)}>
            {dateText(row.on, today)}
          </time>
        ) : null}
      </td>
      <td className={first ? styles['what'] : styles['about']}>{first ? <What row={row} /> : <About line={line} />}</td>
      <td className={styles['contract']}>
        {first ? (
          <a href={href({ screen: 'contract', contractId: row.contractId })} title={row.contract.title} {...ROW_TARGET}>
            {row.contract.title}
          </a>
        ) : null}
      </td>
      <td className={styles['account']} title={holderOf(posting, row)}>
        <span className={styles['root']}>{words('ledger.account-name', { account: rootOf(posting) })}</span>{' '}
        {holderOf(posting, row)}
      </td>
      <td className={styles['amount']}>{out || together ? amount : null}</td>
      {together ? null : <td className={styles['amount']}>{out ? null : amount}</td>}
      <td className={styles['escrow']}>{escrow === null ? null : <Figure amount={escrow} decimals={decimals} />}</td>
    </tr>
  )
})

function What({ row }: { row: NamedLedgerRow }) {
  return (
    <>
      <span title={row.label}>{row.label}</span>
      {row.reversedBy === undefined ? null : (
        <span className={text['hidden']}>{words('ledger.undone', { entry: row.reversedBy })}</span>
      )}
      {isCorrectable(row) ? (
        <Button
          small
          icon={Pencil}
          className={styles['correct']}
          aria-label={words('correct.entry', { what: row.label })}
          title={words('correct.action')}
          onClick={() => openBookDialog({ dialog: 'correct', entry: row.entry })}
        />
      ) : null}
    </>
  )
}

/** True for an entry that stands, and is no opening. */
function isCorrectable({ reverses, reversedBy, type }: NamedLedgerRow): boolean {
  return reverses === undefined && reversedBy === undefined && type !== 'open-contract'
}

/**
 * The second line of an entry's label: its contract if the window is narrow, then its reference and
 * note.
 */
function About({ line: { row, index } }: { line: Line }) {
  if (index !== 1) return null
  const details = [row.reference, row.note].filter(Boolean).join(', ')
  return (
    <>
      <span className={styles['contract-below']}>{row.contract.title}</span>
      <span title={details}>{details}</span>
    </>
  )
}

/** The owner of a posting's account: the party, the milestone or the kind of money. */
function holderOf({ account, milestone }: NamedPosting, { contract }: NamedLedgerRow): string {
  switch (account) {
    case 'client':
      return contract.client
    case 'freelancer':
      return contract.freelancer
    case 'escrow:milestone':
      return milestone ?? ''
    default:
      return words('ledger.account-of', { account: account.slice(account.indexOf(':') + 1) })
  }
}
