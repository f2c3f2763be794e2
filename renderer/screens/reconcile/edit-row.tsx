import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { selector } from '../../../shared/words/selector.ts'
import { DayField, focusRefusedDay } from '../../controls/day-field.tsx'
import frame from '../../dialogs/frame/dialog-frame.module.css'
import { DialogFrame } from '../../dialogs/frame/dialog-frame.tsx'
import { ContractChoice } from '../../form/contract-choice.tsx'
import fields from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { type ChosenKind, KINDS } from './edited-command.ts'
import { editRow } from './statement-ticks.ts'
import { type RowEdit, useRowEdit } from './use-row-edit.ts'

interface EditRowProps {
  readonly row: StatementRow
  readonly onClose: () => void
}

/**
 * The dialog in which a person says what a row is: a move of a given kind, contract and milestone,
 * or an entry of the book.
 */
export function EditRowDialog({ row, onClose }: EditRowProps) {
  const edit = useRowEdit(row)
  const { commands, refusal } = edit
  function use(): void {
    const edited = edit.edit()
    if (edited === null) {
      focusRefusedDay()
      return
    }
    editRow(row, edited)
    onClose()
  }
  return (
    <DialogFrame
      title={words('reconcile.edit-title', { line: row.line })}
      subtitle={row.what}
      confirm={words('reconcile.edit-use')}
      confirmDisabled={commands === null || refusal !== null}
      foot={words('dialog.nothing-yet')}
      onSubmit={use}
      onLeave={onClose}
    >
      <ContractField row={row} edit={edit} />
      <KindField edit={edit} />
      <TargetField edit={edit} />
      {edit.fields.kind === 'same' ? null : <AmountAndDay row={row} edit={edit} />}
      {edit.isDayRefused ? null : <Verdict row={row} edit={edit} />}
    </DialogFrame>
  )
}

function ContractField({ row, edit: { contract, change } }: { row: StatementRow; edit: RowEdit }) {
  const id = useId()
  return (
    <div className={fields['field']}>
      <label htmlFor={id}>{words('reconcile.edit-contract')}</label>
      <ContractChoice
        id={id}
        className={fields['menu']}
        currency={row.currency}
        onChosen={found => change({ contractId: found?.id ?? '' })}
      >
        <span>{contract?.title ?? words('reconcile.edit-choose')}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </ContractChoice>
    </div>
  )
}

function KindField({ edit: { fields: values, change } }: { edit: RowEdit }) {
  const id = useId()
  return (
    <div className={fields['field']}>
      <label htmlFor={id}>{words('reconcile.edit-kind')}</label>
      <select
        id={id}
        data-autofocus
        value={values.kind}
        onChange={({ target }) => change({ kind: target.value as ChosenKind })}
      >
        {KINDS.map(each => (
          <option key={each} value={each}>
            {words('reconcile.edit-kind-of', { kind: selector(each) })}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The milestone or the entry, for kinds that need one. */
function TargetField({ edit: { fields: values, targets, target, change } }: { edit: RowEdit }) {
  const id = useId()
  if (targets === null) return null
  return (
    <div className={fields['field']}>
      <label htmlFor={id}>{words(values.kind === 'same' ? 'reconcile.edit-entry' : 'reconcile.edit-milestone')}</label>
      <select id={id} value={target?.value ?? ''} onChange={event => change({ target: event.target.value })}>
        {targets.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

function AmountAndDay({
  row,
  edit: { fields: values, amount, last, refusal, change },
}: {
  row: StatementRow
  edit: RowEdit
}) {
  const id = useId()
  const today = useStore(state => state.book?.today)
  return (
    <>
      <div className={fields['field']}>
        <label htmlFor={`${id}-amount`}>{words('reconcile.edit-amount', { currency: row.currency ?? '' })}</label>
        <input
          id={`${id}-amount`}
          inputMode="decimal"
          autoComplete="off"
          value={values.amount}
          aria-invalid={amount === null}
          onChange={({ target }) => change({ amount: target.value })}
        />
      </div>
      <div className={fields['field']}>
        <label htmlFor={`${id}-on`}>{words('reconcile.edit-on')}</label>
        {today === undefined ? null : (
          <DayField
            id={`${id}-on`}
            use="entry"
            today={today}
            last={last}
            kept={row.on ?? undefined}
            whenEmpty={row.on ?? last}
            value={values.on}
            wrong={refusal?.field === 'command.on'}
            onChange={on => change({ on })}
          />
        )}
      </div>
    </>
  )
}

/** The verdict on a row as edited: it can be recorded, or the reason it cannot. */
function Verdict({ row, edit: { contract, commands, fault, fixed, refusal } }: { row: StatementRow; edit: RowEdit }) {
  return (
    <div className={frame['tell']} aria-live="polite">
      {fault !== null ? (
        <ProblemText problem={fault} />
      ) : contract === null ? null : commands === null ? (
        <p className={text['answer']}>
          {fixed === null
            ? words('reconcile.edit-nothing')
            : words('reconcile.edit-refund', { why: fixed.why, amount: { money: fixed.amount } }, row.decimals)}
        </p>
      ) : refusal !== null ? (
        <ProblemText problem={refused(refusal)} />
      ) : (
        <p className={text['answer']}>
          {words('reconcile.edit-works', {
            also: selector(commands.length > 1 ? (commands[0]?.type ?? 'none') : 'none'),
          })}
        </p>
      )}
    </div>
  )
}
