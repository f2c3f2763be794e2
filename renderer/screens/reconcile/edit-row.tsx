import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { parseAmount } from '../../../shared/money/amount-text.ts'
import { formatAmount, type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { selector } from '../../../shared/words/selector.ts'
import { useQuery } from '../../ask/use-query.ts'
import frame from '../../dialogs/frame/dialog-frame.module.css'
import { DialogFrame } from '../../dialogs/frame/dialog-frame.tsx'
import { ContractChoice } from '../../form/contract-choice.tsx'
import fields from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import text from '../../theme/text.module.css'
import { LOCALE } from '../../words/locale.ts'
import { refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { type ChosenKind, commandsOf, fixedRefund, KINDS, placesOf } from './edited-command.ts'
import { editRow } from './statement-ticks.ts'

interface EditRowProps {
  readonly row: StatementRow
  readonly onClose: () => void
}

/**
 * Says what a row of the statement is, where the app cannot know: of which contract, what kind of
 * move, of which milestone; or the entry of the book that it is.
 */
export function EditRowDialog({ row, onClose }: EditRowProps) {
  const id = useId()
  const [contractId, setContractId] = useState(row.contractId ?? '')
  const [kind, setKind] = useState<ChosenKind>(kindOf(row))
  const [place, setPlace] = useState(
    row.command !== undefined && 'milestoneId' in row.command ? (row.command.milestoneId ?? '') : '',
  )
  const [typed, setTyped] = useState(formatAmount(minor(Math.abs(row.amount ?? 0)), row.decimals, LOCALE))
  const [on, setOn] = useState<string>(row.on ?? '')
  const asked = useQuery(contractId === '' ? null : { type: 'contract', contractId })
  const opened = asked.value?.contract.id === contractId ? asked.value : null
  const amount = amountOf(typed, row.decimals)
  const places = opened === null ? null : placesOf(opened, kind)
  const chosen = places?.find(each => each.value === place) ?? places?.[0]
  const day = on === '' || on === row.on ? null : (on as IsoDate)
  const commands =
    opened === null || amount === null
      ? null
      : commandsOf({ kind, contract: opened.contract, place: chosen?.value, amount, on: day, id: row.id ?? '' })
  const fixed = opened !== null && kind === 'approve-refund' && amount !== null ? fixedRefund(opened.contract) : null
  const [first] = commands ?? []
  // Where the first of them is allowed, so is what follows from it.
  const preview = useQuery(
    first === undefined
      ? null
      : { type: 'preview', command: first.type === 'annotate' || row.on === null ? first : { on: row.on, ...first } },
  )
  function use(): void {
    const command = commands?.at(-1)
    if (command === undefined || commands === null || opened === null || preview.error !== null) return
    const what = [words('reconcile.edit-kind-of', { kind: selector(kind) }), chosen?.label].filter(Boolean).join(' ')
    editRow(row, { command, before: commands.slice(0, -1), what: `${what}, ${opened.contract.title}` })
    onClose()
  }
  return (
    <DialogFrame
      title={words('reconcile.edit-title', { line: row.line })}
      subtitle={row.what}
      confirm={words('reconcile.edit-use')}
      confirmDisabled={commands === null || preview.error !== null}
      foot={words('dialog.nothing-yet')}
      onSubmit={use}
      onLeave={onClose}
    >
      <div className={fields['field']}>
        <label htmlFor={`${id}-contract`}>{words('reconcile.edit-contract')}</label>
        <ContractChoice
          id={`${id}-contract`}
          className={fields['menu']}
          currency={row.currency}
          onChosen={found => setContractId(found?.id ?? '')}
        >
          <span>{opened?.contract.title ?? words('reconcile.edit-choose')}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </ContractChoice>
      </div>
      <div className={fields['field']}>
        <label htmlFor={`${id}-kind`}>{words('reconcile.edit-kind')}</label>
        <select
          id={`${id}-kind`}
          data-autofocus
          value={kind}
          onChange={({ target }) => setKind(target.value as ChosenKind)}
        >
          {KINDS.map(each => (
            <option key={each} value={each}>
              {words('reconcile.edit-kind-of', { kind: selector(each) })}
            </option>
          ))}
        </select>
      </div>
      {places === null ? null : (
        <div className={fields['field']}>
          <label htmlFor={`${id}-place`}>
            {words(kind === 'same' ? 'reconcile.edit-entry' : 'reconcile.edit-milestone')}
          </label>
          <select id={`${id}-place`} value={chosen?.value ?? ''} onChange={({ target }) => setPlace(target.value)}>
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      {kind === 'same' ? null : (
        <>
          <div className={fields['field']}>
            <label htmlFor={`${id}-amount`}>{words('reconcile.edit-amount', { currency: row.currency ?? '' })}</label>
            <input
              id={`${id}-amount`}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              aria-invalid={amount === null}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          <div className={fields['field']}>
            <label htmlFor={`${id}-on`}>{words('reconcile.edit-on')}</label>
            <input
              id={`${id}-on`}
              type="date"
              value={on}
              aria-invalid={preview.error?.field === 'command.on'}
              onChange={({ target }) => setOn(target.value)}
            />
          </div>
        </>
      )}
      <div className={frame['tell']} aria-live="polite">
        {opened === null ? null : commands === null ? (
          <p className={text['answer']}>
            {fixed === null
              ? words('reconcile.edit-nothing')
              : words('reconcile.edit-refund', { why: fixed.why, amount: { money: fixed.amount } }, row.decimals)}
          </p>
        ) : preview.error !== null ? (
          <ProblemText problem={refused(preview.error)} />
        ) : (
          <p className={text['answer']}>
            {words('reconcile.edit-works', { also: selector(commands.length > 1 ? (first?.type ?? 'none') : 'none') })}
          </p>
        )}
      </div>
    </DialogFrame>
  )
}

function kindOf({ state, command, amount }: StatementRow): ChosenKind {
  if (state === 'proposed') return 'same'
  const known = KINDS.find(kind => kind === command?.type)
  return known ?? ((amount ?? 0) < 0 ? 'fund-milestone' : 'release')
}

function amountOf(typed: string, decimals: number): Minor | null {
  const parsed = parseAmount(typed, decimals, LOCALE)
  return parsed.ok && parsed.amount > ZERO ? parsed.amount : null
}
