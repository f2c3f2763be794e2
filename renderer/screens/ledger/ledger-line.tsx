import { memo } from 'react'
import type { LedgerRow, Posting } from '../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { minor } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import { ROW_TARGET } from '../../controls/row-keys.ts'
import type { ContractNames } from '../../state/contract-names.ts'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { dateText, fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { entryName } from './entry-name.ts'
import styles from './ledger-table.module.css'
import { type Line, rootOf } from './lines.ts'

interface LedgerLineProps {
  readonly line: Line
  readonly rowIndex: number
  /** Undefined until they have been read. */
  readonly names: ContractNames | undefined
  /** What a reversal undid, where it stands in the same part of the ledger. */
  readonly reversed: LedgerRow | undefined
  readonly today: IsoDate
  readonly decimals: number
}

/**
 * One line of the ledger. The first of an entry says which it is; the second has its reference and
 * note; what was undone is struck through.
 */
export const LedgerLine = memo(function LedgerLine({
  line,
  rowIndex,
  names,
  reversed,
  today,
  decimals,
}: LedgerLineProps) {
  const { row, posting, place, escrow } = line
  const first = place === 0
  const out = posting.amount < 0
  const amount = <Figure amount={minor(Math.abs(posting.amount))} decimals={decimals} />
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
      <td className={first ? styles['what'] : styles['about']}>
        {first ? <What row={row} names={names} reversed={reversed} /> : <About line={line} names={names} />}
      </td>
      <td className={styles['contract']}>
        {first && names !== undefined ? (
          <a href={href({ screen: 'contract', contractId: row.contractId })} title={names.title} {...ROW_TARGET}>
            {names.title}
          </a>
        ) : null}
      </td>
      <td className={styles['account']} title={holderOf(posting, names)}>
        <span className={styles['root']}>{words('ledger.account-name', { account: rootOf(posting) })}</span>{' '}
        {holderOf(posting, names)}
      </td>
      <td className={styles['amount']}>{out ? amount : null}</td>
      <td className={styles['amount']}>{out ? null : amount}</td>
      <td className={styles['escrow']}>{escrow === null ? null : <Figure amount={escrow} decimals={decimals} />}</td>
    </tr>
  )
})

function What({ row, names, reversed }: Pick<LedgerLineProps, 'names' | 'reversed'> & { row: LedgerRow }) {
  const name = entryName(row, names, reversed)
  return (
    <>
      <span title={name}>{name}</span>
      {row.reversedBy === undefined ? null : (
        <span className={text['hidden']}>{words('ledger.undone', { entry: row.reversedBy })}</span>
      )}
    </>
  )
}

/** Below the entry's name: in a narrow window its contract, then its reference and note. */
function About({ line: { row, place }, names }: { line: Line; names: ContractNames | undefined }) {
  if (place !== 1) return null
  const told = [row.reference, row.note].filter(Boolean).join(', ')
  return (
    <>
      <span className={styles['contract-below']}>{names?.title}</span>
      <span title={told}>{told}</span>
    </>
  )
}

/** Whose account or what of it a posting is on. */
function holderOf({ account, milestoneId }: Posting, names: ContractNames | undefined): string {
  switch (account) {
    case 'client':
      return names?.client ?? ''
    case 'freelancer':
      return names?.freelancer ?? ''
    case 'escrow:milestone':
      return (milestoneId === undefined ? undefined : names?.milestones[milestoneId]) ?? ''
    default:
      return words('ledger.account-of', { account: account.slice(account.indexOf(':') + 1) })
  }
}
