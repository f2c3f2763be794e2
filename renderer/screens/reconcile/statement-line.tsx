import { memo } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import type { RowEvidence, StatementPart, StatementRow } from '../../../shared/reconcile/statement.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { Tick } from '../../controls/tick.tsx'
import { href } from '../../state/route.ts'
import { words } from '../../words/say.tsx'
import { Clue } from './clue.tsx'
import { DateCell, lineAttributes, MarkCell, PendingLine } from './line-cells.tsx'
import { canBeEdited } from './statement-rows.ts'
import styles from './statement-table.module.css'
import { isTicked, tick, useTicks } from './statement-ticks.ts'

interface StatementLineProps {
  readonly index: number
  /** Undefined until its page has been read. */
  readonly row: StatementRow | undefined
  readonly atCursor: boolean
  readonly today: IsoDate
  readonly onEdit: (row: StatementRow) => void
}

/** A row of the statement, and past the double rule the entry it is or would become. */
export const StatementLine = memo(function StatementLine({ index, row, atCursor, today, onEdit }: StatementLineProps) {
  if (row === undefined) return <PendingLine index={index} atCursor={atCursor} />
  const { line, on, amount, decimals, state, partOf } = row
  const isDone = state === 'matched' || state === 'ignored' || partOf !== undefined
  return (
    <tr {...lineAttributes({ index, atCursor, isDone })}>
      <td className={styles['number']}>{line}</td>
      <DateCell on={on} today={today} />
      <WhatCell row={row} />
      <td className={styles['number']}>{amount === null ? '–' : <Figure amount={amount} decimals={decimals} />}</td>
      <MarkCell state={state} />
      <BookCell row={row} />
      <RecordCell row={row} onEdit={onEdit} />
    </tr>
  )
})

/** The statement's own description, and the rows that belong to this one. */
function WhatCell({ row: { what, party, raw, parts = [], decimals } }: { row: StatementRow }) {
  const about = what || raw.filter(cell => cell.trim() !== '').join(', ')
  const shown = party === '' ? about : party
  const second = parts.length > 0 || about === shown ? '' : about
  const partText = ({ line, what, amount }: StatementPart, key: 'reconcile.part' | 'reconcile.part-full'): string =>
    words(key, { line, what, amount: { money: amount ?? ZERO } }, decimals)
  const full = [raw.filter(cell => cell !== '').join(', '), ...parts.map(part => partText(part, 'reconcile.part-full'))]
  return (
    <td className={styles['what']} title={full.join('\n')}>
      <span className={styles['words']}>{shown}</span>
      {second === '' ? null : <span className={styles['parts']}>{second}</span>}
      {parts.length === 0 ? null : (
        <span className={styles['parts']}>
          {words('reconcile.parts', { parts: parts.map(part => partText(part, 'reconcile.part')).join(', ') })}
        </span>
      )}
    </td>
  )
}

/** The entry that a row is, or the effect of recording it, and its problem. */
function BookCell({ row: { line, does, evidence, entry, contractId, stranger } }: { row: StatementRow }) {
  const edit = useTicks(({ edited }) => edited.get(line))
  const what = edit === undefined ? does : words('reconcile.edited', { what: edit.what })
  return (
    <td className={styles['book']} title={[what, ...evidence.map(({ text }) => text)].join('\n')}>
      <span className={[styles['does'], stranger !== undefined && styles['stranger']].filter(Boolean).join(' ')}>
        {entry !== undefined && contractId !== undefined ? (
          <a href={href({ screen: 'contract', contractId })} tabIndex={-1}>
            {what}
          </a>
        ) : (
          what
        )}
      </span>
      {edit !== undefined || evidence[0] === undefined ? null : <Clue evidence={mainOf(evidence)} />}
    </td>
  )
}

/** The piece of evidence that counts most: the first that is missing, or else the first. */
const mainOf = (evidence: readonly RowEvidence[]): RowEvidence | undefined =>
  evidence.find(({ proves }) => !proves) ?? evidence[0]

/** The checkbox that records a row, and the button that edits it. */
function RecordCell({ row, onEdit }: { row: StatementRow; onEdit: (row: StatementRow) => void }) {
  const ticked = useTicks(ticks => isTicked(ticks, row))
  const edited = useTicks(ticks => ticks.edited.has(row.line))
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
          {words(command === undefined ? 'reconcile.what-is-it' : 'reconcile.edit')}
        </Button>
      ) : null}
    </td>
  )
}
