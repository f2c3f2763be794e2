import { Redo2, Undo2 } from 'lucide-react'
import type { TimelineRow } from '../../../shared/api/ledger.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Button } from '../../controls/button.tsx'
import { Day } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import { doAgain } from '../../state/again.ts'
import { loadMoreTimeline } from '../../state/contract.ts'
import { openDialog } from '../../state/dialogs.ts'
import { undo } from '../../state/record.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './timeline.module.css'

/** The entries of a contract, newest first, with the escrow balance after each. */
export function Timeline({ contract }: { contract: ContractView }) {
  const timeline = useStore(state => state.opened?.timeline ?? NONE)
  const total = useStore(state => state.opened?.timelineTotal ?? 0)
  const today = useStore(state => state.book?.today)
  if (today === undefined) return null
  const rows = [...timeline].sort((a, b) => b.entry - a.entry)
  return (
    <section aria-labelledby="timeline-heading">
      <table className={styles['timeline']} onKeyDown={walkRows}>
        <thead>
          <tr>
            <th colSpan={2} scope="col">
              <h2 id="timeline-heading">{words('timeline.heading')}</h2>{' '}
              <span className={text['currency']}>{contract.currency}</span>
            </th>
            <th scope="col" className={styles['amount']}>
              {words('timeline.amount')}
            </th>
            <th scope="col" className={styles['escrow']}>
              <Term term="escrow" text={words('timeline.escrow')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.entry} row={row} contract={contract} today={today} newest={row === rows[0]} />
          ))}
        </tbody>
      </table>
      {timeline.length < total ? (
        <Button small look="quiet" onClick={() => void loadMoreTimeline()}>
          {words('timeline.more', { count: total - timeline.length })}
        </Button>
      ) : null}
    </section>
  )
}

const NONE: readonly TimelineRow[] = []

interface RowProps {
  readonly row: TimelineRow
  readonly contract: ContractView
  readonly today: IsoDate
  /** True for the latest recorded entry. */
  readonly newest: boolean
}

function Row({ row, contract, today, newest }: RowProps) {
  const { decimals } = contract
  const undone = row.reversedBy !== undefined
  const flat = (row.change === 0 && row.gross === 0) || undone || row.reverses !== undefined
  const names = [row.undoable && styles['latest'], flat && styles['flat'], undone && styles['undone']]
    .filter(Boolean)
    .join(' ')
  return (
    <tr className={names}>
      <td className={styles['date']}>
        {row.on === today ? words('timeline.today') : <Day day={row.on} today={today} />}
      </td>
      <td>
        <Entry row={row} contract={contract} />
        <UndoButtons row={row} contractId={contract.id} newest={newest} />
      </td>
      <td className={styles['amount']}>
        {row.change !== 0 ? (
          <Figure amount={row.change} decimals={decimals} signed />
        ) : row.gross !== 0 ? (
          <Figure amount={row.gross} decimals={decimals} />
        ) : null}
      </td>
      <td className={styles['escrow']}>
        {row.change === 0 && row.type !== 'open-contract' ? null : <Figure amount={row.escrow} decimals={decimals} />}
      </td>
    </tr>
  )
}

/** The label of an entry, a button that shows its reference, note and details below it. */
function Entry({ row, contract }: Pick<RowProps, 'row' | 'contract'>) {
  return (
    <>
      <button
        type="button"
        className={styles['what']}
        {...ROW_TARGET}
        title={words('annotate.title')}
        onClick={() => openDialog({ move: 'annotate', contractId: contract.id, entry: row.entry })}
      >
        {row.label}
      </button>
      {row.fee === 0 ? null : (
        <span className={styles['note']}>
          {words('timeline.fee', { fee: { money: row.fee }, net: { money: row.net } }, contract.decimals)}
        </span>
      )}
      {row.reference === null ? null : <span className={styles['note']}>{row.reference}</span>}
      {row.note === null ? null : <span className={styles['note']}>{row.note}</span>}
    </>
  )
}

interface UndoButtonsProps extends Pick<RowProps, 'row' | 'newest'> {
  readonly contractId: string
}

function UndoButtons({ row, contractId, newest }: UndoButtonsProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const again = newest ? row.again : undefined
  return (
    <>
      {row.undoable ? (
        <Button
          small
          icon={Undo2}
          className={styles['undo']}
          aria-disabled={readOnly}
          onClick={() => void undo(contractId)}
        >
          {words('action.undo')}
        </Button>
      ) : null}
      {again === undefined ? null : (
        <Button small icon={Redo2} className={styles['undo']} aria-disabled={readOnly} onClick={() => doAgain(again)}>
          {words('toast.again')}
        </Button>
      )}
    </>
  )
}
