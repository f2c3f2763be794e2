import { FileInput, Pencil } from 'lucide-react'
import type { TimelineRow } from '../../../shared/api/ledger.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Button } from '../../controls/button.tsx'
import { Day } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import { openBookDialog } from '../../state/book-dialog.ts'
import { loadMoreTimeline } from '../../state/contract.ts'
import { openDialog } from '../../state/dialogs.ts'
import { useStore } from '../../state/store.ts'
import { previewTakeBack } from '../../state/take-back.ts'
import text from '../../theme/text.module.css'
import { dateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { CorrectionRows } from './correction-rows.tsx'
import styles from './timeline.module.css'
import { timelineLines, type Was } from './timeline-lines.ts'
import { toFreelancer } from './to-freelancer.ts'
import { type ComesBack, UndoButtons } from './undo-buttons.tsx'

/** The entries of a contract, newest first, with the escrow balance after each. */
export function Timeline({ contract }: { contract: ContractView }) {
  const timeline = useStore(state => state.opened?.timeline ?? NONE)
  const total = useStore(state => state.opened?.timelineTotal ?? 0)
  const today = useStore(state => state.book?.today)
  if (today === undefined) return null
  const lines = timelineLines(timeline)
  const undone = timeline.flatMap(({ entry, again }) => (again === undefined ? [] : [entry]))
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
              {words('timeline.amount', { side: contract.side })}
            </th>
            <th scope="col" className={styles['escrow']}>
              <Term term="escrow" text={words('timeline.escrow')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line =>
            line.kind === 'entry' ? (
              <Row
                key={line.row.entry}
                row={line.row}
                was={line.was}
                contract={contract}
                today={today}
                comesBack={line.row.entry !== Math.max(...undone) ? null : undone.length > 1 ? 'first' : 'alone'}
              />
            ) : (
              <CorrectionRows
                key={`correction ${line.transaction}`}
                line={line}
                today={today}
                decimals={contract.decimals}
              />
            ),
          )}
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
  readonly comesBack: ComesBack
  readonly was: Was | null
}

function Row({ row, contract, today, comesBack, was }: RowProps) {
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
        {was === null ? null : <Corrected was={was} today={today} decimals={decimals} />}
        <UndoButtons row={row} contractId={contract.id} comesBack={comesBack} />
      </td>
      <td className={styles['amount']}>
        <Moved row={row} contract={contract} />
      </td>
      <td className={styles['escrow']}>
        {row.change === 0 && row.type !== 'open-contract' ? null : <Figure amount={row.escrow} decimals={decimals} />}
      </td>
    </tr>
  )
}

/**
 * The amount of an entry as its side reads it: a client, the change to escrow or what was paid
 * beside it; a freelancer, what was paid to them.
 */
function Moved({ row, contract: { side, decimals } }: Pick<RowProps, 'row' | 'contract'>) {
  if (side === 'freelancer') {
    const { gross } = toFreelancer(row)
    return gross === 0 ? null : <Figure amount={gross} decimals={decimals} signed />
  }
  if (row.change !== 0) return <Figure amount={row.change} decimals={decimals} signed />
  return row.gross === 0 ? null : <Figure amount={row.gross} decimals={decimals} />
}

/** The fee of an entry and what is left after it. A freelancer is not charged the client's fee. */
function Fee({ row, contract: { side, decimals } }: Pick<RowProps, 'row' | 'contract'>) {
  const { fee, net } = side === 'freelancer' ? toFreelancer(row) : row
  return fee === 0 ? null : (
    <span className={styles['note']}>
      {words('timeline.fee', { side, fee: { money: fee }, net: { money: net } }, decimals)}
    </span>
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
      <CorrectButton row={row} />
      <ImportButton row={row} />
      <Fee row={row} contract={contract} />
      {contract.side === 'freelancer' && row.type === 'fund-milestone' && row.change > 0 ? (
        <span className={styles['note']}>
          {words('timeline.new', { amount: { money: row.change } }, contract.decimals)}
        </span>
      ) : null}
      {row.reference === null ? null : <span className={styles['note']}>{row.reference}</span>}
      {row.note === null ? null : <span className={styles['note']}>{row.note}</span>}
    </>
  )
}

/** The button that corrects an entry which stands. */
function CorrectButton({ row }: Pick<RowProps, 'row'>) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  if (row.reversedBy !== undefined || row.reverses !== undefined || row.type === 'open-contract') return null
  return (
    <Button
      small
      icon={Pencil}
      className={styles['correct']}
      aria-label={words('correct.entry', { what: row.label })}
      title={words('correct.action')}
      aria-disabled={readOnly}
      onClick={() => openBookDialog({ dialog: 'correct', entry: row.entry })}
    />
  )
}

/** The button that previews taking back the import which recorded an entry. */
function ImportButton({ row }: Pick<RowProps, 'row'>) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const { import: line } = row
  if (line === undefined) return null
  return (
    <Button
      small
      icon={FileInput}
      className={styles['correct']}
      aria-label={words('imports.of-entry', { what: row.label })}
      title={words('imports.action')}
      aria-disabled={readOnly}
      onClick={() => previewTakeBack(line)}
    />
  )
}

/** The note of a corrected entry: its earlier amount or day. */
function Corrected({ was, today, decimals }: { was: Was; today: IsoDate; decimals: number }) {
  return (
    <span className={`${styles['note']} ${styles['corrected']}`}>
      <Pencil size={12} strokeWidth={1.75} aria-hidden />
      {words(
        'timeline.corrected',
        {
          of: was.of,
          amount: was.of === 'amount' ? { money: was.amount } : '',
          on: was.of === 'day' ? dateText(was.on, today) : '',
        },
        decimals,
      )}
    </span>
  )
}
