import { BookOpen, Check, Link, type LucideIcon, Minus, Plus, TriangleAlert, X } from 'lucide-react'
import { memo } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import type { OnlyInBook, RowState, StatementPart, StatementRow } from '../../../shared/reconcile/statement.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { Tick } from '../../controls/tick.tsx'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { dateText, fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { useStatement } from './statement.ts'
import { canBeEdited, lineId } from './statement-rows.ts'
import styles from './statement-table.module.css'
import { isTicked, tick } from './statement-ticks.ts'

const MARKS: Readonly<Record<RowState | 'book', LucideIcon>> = {
  matched: Check,
  proposed: Link,
  differs: TriangleAlert,
  new: Plus,
  ignored: Minus,
  bad: X,
  book: BookOpen,
}

function Mark({ state }: { state: RowState | 'book' }) {
  const Icon = MARKS[state]
  const label = words('reconcile.mark', { state })
  return (
    <td className={styles['mark']} data-state={state} title={label}>
      <Icon size={16} strokeWidth={1.75} role="img" aria-label={label} />
    </td>
  )
}

interface StatementLineProps {
  readonly index: number
  /** Undefined until its page is read. */
  readonly row: StatementRow | undefined
  readonly atCursor: boolean
  readonly today: IsoDate
  readonly onEdit: (row: StatementRow) => void
}

/** A row of the statement, and beside the double rule what it is in the book or would become. */
export const StatementLine = memo(function StatementLine({ index, row, atCursor, today, onEdit }: StatementLineProps) {
  if (row === undefined) return <Waiting index={index} atCursor={atCursor} />
  const { line, on, amount, decimals, what, raw, state, partOf, parts = [] } = row
  const shown = what || raw.filter(cell => cell.trim() !== '').join(', ')
  const part = ({ line, what, amount }: StatementPart, inFull: boolean): string =>
    words(
      inFull ? 'reconcile.part-full' : 'reconcile.part',
      { line, what, amount: { money: amount ?? ZERO } },
      decimals,
    )
  const about = [raw.filter(cell => cell !== '').join(', '), ...parts.map(each => part(each, true))]
  return (
    <tr
      id={lineId(index)}
      aria-rowindex={index + 2}
      aria-selected={atCursor}
      className={classOf(atCursor, state, partOf !== undefined)}
    >
      <td className={styles['number']}>{line}</td>
      <td className={styles['date']}>
        {on === null ? (
          '–'
        ) : (
          <time dateTime={on} title={fullDateText(on)}>
            {dateText(on, today)}
          </time>
        )}
      </td>
      <td className={styles['what']} title={about.join('\n')}>
        <span className={styles['words']}>{shown}</span>
        {parts.length === 0 ? null : (
          <span className={styles['parts']}>
            {words('reconcile.parts', { parts: parts.map(each => part(each, false)).join(', ') })}
          </span>
        )}
      </td>
      <td className={styles['number']}>{amount === null ? '–' : <Figure amount={amount} decimals={decimals} />}</td>
      <Mark state={state} />
      <InBook row={row} />
      <Record row={row} onEdit={onEdit} />
    </tr>
  )
})

function classOf(atCursor: boolean, state: RowState, isPart: boolean): string {
  const isDone = state === 'matched' || state === 'ignored' || isPart
  return [atCursor && styles['cursor'], isDone && styles['past']].filter(Boolean).join(' ')
}

function InBook({ row: { line, does, problem, entry, contractId } }: { row: StatementRow }) {
  const edit = useStatement(state => state.edited.get(line))
  const what = edit === undefined ? does : words('reconcile.edited', { what: edit.what })
  return (
    <td className={styles['book']} title={[what, problem].filter(Boolean).join('\n')}>
      <span className={styles['does']}>
        {entry !== undefined && contractId !== undefined ? (
          <a href={href({ screen: 'contract', contractId })} tabIndex={-1}>
            {what}
          </a>
        ) : (
          what
        )}
      </span>
      {problem === undefined || edit !== undefined ? null : <span className={styles['problem']}>{problem}</span>}
    </td>
  )
}

function Record({ row, onEdit }: { row: StatementRow; onEdit: (row: StatementRow) => void }) {
  const ticked = useStatement(state => isTicked(state, row))
  const edited = useStatement(state => state.edited.has(row.line))
  const { line, command, partOf, undoes, does } = row
  const kind = command?.type === 'annotate' ? 'annotate' : undoes === undefined ? 'record' : 'correct'
  const canTick = partOf === undefined && (command !== undefined || edited)
  return (
    <td className={styles['record']}>
      {canTick ? (
        <Tick
          className={styles['tick']}
          checked={ticked}
          tabIndex={-1}
          aria-label={words('reconcile.tick', { line, what: does })}
          onChange={() => tick(row)}
        >
          <span aria-hidden>{words('reconcile.tick-short', { kind })}</span>
        </Tick>
      ) : null}
      {canBeEdited(row) ? (
        <Button
          small
          look="quiet"
          tabIndex={-1}
          aria-label={words('reconcile.edit-label', { line })}
          onClick={() => onEdit(row)}
        >
          {words('reconcile.edit')}
        </Button>
      ) : null}
    </td>
  )
}

interface EntryLineProps {
  readonly index: number
  readonly entry: OnlyInBook | undefined
  readonly atCursor: boolean
  readonly today: IsoDate
}

/** An entry of the book that the statement has no row of. Nothing is done to it. */
export const EntryLine = memo(function EntryLine({ index, entry, atCursor, today }: EntryLineProps) {
  if (entry === undefined) return <Waiting index={index} atCursor={atCursor} />
  const { entry: number, contractId, on, amount, decimals, label, contract, elsewhere } = entry
  return (
    <tr
      id={lineId(index)}
      aria-rowindex={index + 2}
      aria-selected={atCursor}
      className={classOf(atCursor, 'new', elsewhere)}
    >
      <td />
      <td className={styles['date']}>
        <time dateTime={on} title={fullDateText(on)}>
          {dateText(on, today)}
        </time>
      </td>
      <td className={text['muted']}>{words('reconcile.no-such-row')}</td>
      <td className={styles['number']}>
        <Figure amount={amount} decimals={decimals} />
      </td>
      <Mark state="book" />
      <td className={styles['book']} title={label}>
        <span className={styles['does']}>
          {label} <span className={text['muted']}>{words('reconcile.number', { entry: number })}</span>
        </span>
        <span className={styles['problem']}>
          {elsewhere ? `${contract}, ${words('reconcile.elsewhere')}` : contract}
        </span>
      </td>
      <td className={styles['record']}>
        <a
          className={styles['show']}
          href={href({ screen: 'contract', contractId })}
          aria-label={words('reconcile.show-label', { what: label, contract })}
        >
          {words('reconcile.show')}
        </a>
      </td>
    </tr>
  )
})

function Waiting({ index, atCursor }: { index: number; atCursor: boolean }) {
  return (
    <tr id={lineId(index)} aria-rowindex={index + 2} className={atCursor ? styles['cursor'] : ''}>
      <td colSpan={5} />
      <td className={styles['book']} />
      <td />
    </tr>
  )
}
