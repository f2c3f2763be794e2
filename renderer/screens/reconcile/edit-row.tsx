import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type FormEvent, useId, useState } from 'react'
import { parseAmount } from '../../../shared/amount-text.ts'
import { formatAmount, type Minor, minor, ZERO } from '../../../shared/money.ts'
import type { StatementRow } from '../../../shared/statement.ts'
import { Button } from '../../components/button.tsx'
import { ProblemText } from '../../components/problem-text.tsx'
import fields from '../../dialogs/fields.module.css'
import { focusBack } from '../../dialogs/focus-back.ts'
import frame from '../../dialogs/move-dialog.module.css'
import { useQuery } from '../../state/query.ts'
import { editRow } from '../../state/statement.ts'
import text from '../../theme/text.module.css'
import { LOCALE } from '../../words/locale.ts'
import { refused } from '../../words/problem.ts'
import { selector, words } from '../../words/say.tsx'
import { type ChosenKind, commandOf, KINDS, placesOf } from './edited-command.ts'

const MOST_CONTRACTS = 100

interface EditRowProps {
  readonly row: StatementRow
  readonly onClose: () => void
}

/** Says what a row of the statement is, where the app cannot know: of which contract, what kind of move, of which milestone; or the entry of the book that it is. */
export function EditRowDialog({ row, onClose }: EditRowProps) {
  const [opener] = useState(() => document.activeElement)
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={frame['scrim']}>
          <Dialog.Content className={frame['dialog']} aria-describedby={undefined} onCloseAutoFocus={() => focusBack(opener)}>
            <header className={frame['head']}>
              <div>
                <Dialog.Title className={frame['title']}>{words('reconcile.edit-title', { line: row.line })}</Dialog.Title>
                <p className={text['muted']}>{row.what}</p>
              </div>
              <Dialog.Close asChild>
                <Button look="quiet" small icon={X} aria-label={words('reconcile.edit-cancel')} />
              </Dialog.Close>
            </header>
            <EditForm row={row} onClose={onClose} />
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function EditForm({ row, onClose }: EditRowProps) {
  const id = useId()
  const [contractId, setContractId] = useState(row.contractId ?? '')
  const [kind, setKind] = useState<ChosenKind>(kindOf(row))
  const [place, setPlace] = useState(row.command !== undefined && 'milestoneId' in row.command ? (row.command.milestoneId ?? '') : '')
  const [typed, setTyped] = useState(formatAmount(minor(Math.abs(row.amount ?? 0)), row.decimals, LOCALE))
  const list = useQuery({
    type: 'contracts',
    ...(row.currency === null ? {} : { currency: row.currency }),
    limit: MOST_CONTRACTS,
    sort: { by: 'recent', descending: true },
  })
  const asked = useQuery(contractId === '' ? null : { type: 'contract', contractId })
  const opened = asked.value?.contract.id === contractId ? asked.value : null
  const amount = amountOf(typed, row.decimals)
  const places = opened === null ? [] : placesOf(opened, kind)
  const chosen = places.find(each => each.value === place) ?? places[0]
  const command = opened === null || amount === null ? null : commandOf({ kind, contractId, place: chosen?.value, amount, id: row.id ?? '' })
  const preview = useQuery(
    command === null ? null : { type: 'preview', command: command.type === 'annotate' || row.on === null ? command : { ...command, on: row.on } },
  )
  function use(event: FormEvent): void {
    event.preventDefault()
    if (command === null || opened === null) return
    const what = [words('reconcile.edit-kind-of', { kind: selector(kind) }), chosen?.label].filter(Boolean).join(' ')
    editRow(row, { command, what: `${what}, ${opened.contract.title}` })
    onClose()
  }
  return (
    <form onSubmit={use}>
      <div className={frame['body']}>
        <div className={fields['field']}>
          <label htmlFor={`${id}-contract`}>{words('reconcile.edit-contract')}</label>
          <select id={`${id}-contract`} value={contractId} onChange={({ target }) => setContractId(target.value)}>
            <option value="">{words('reconcile.map-none')}</option>
            {list.value?.rows.map(each => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        </div>
        <div className={fields['field']}>
          <label htmlFor={`${id}-kind`}>{words('reconcile.edit-kind')}</label>
          <select id={`${id}-kind`} value={kind} onChange={({ target }) => setKind(target.value as ChosenKind)}>
            {KINDS.map(each => (
              <option key={each} value={each}>
                {words('reconcile.edit-kind-of', { kind: selector(each) })}
              </option>
            ))}
          </select>
        </div>
        {kind === 'bonus' || kind === 'return-payment' ? null : (
          <div className={fields['field']}>
            <label htmlFor={`${id}-place`}>{words(kind === 'same' ? 'reconcile.edit-entry' : 'reconcile.edit-milestone')}</label>
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
          <div className={fields['field']}>
            <label htmlFor={`${id}-amount`}>{words('reconcile.edit-amount')}</label>
            <input
              id={`${id}-amount`}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              aria-invalid={amount === null}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
        )}
        <div className={frame['tell']} aria-live="polite">
          {opened === null ? null : command === null ? (
            <p className={text['muted']}>{words('reconcile.edit-nothing')}</p>
          ) : preview.error !== null ? (
            <ProblemText problem={refused(preview.error)} />
          ) : (
            <p className={text['answer']}>{words('reconcile.edit-works')}</p>
          )}
        </div>
      </div>
      <footer className={frame['foot']}>
        <span />
        <Dialog.Close asChild>
          <Button look="line">{words('reconcile.edit-cancel')}</Button>
        </Dialog.Close>
        <Button look="primary" type="submit" aria-disabled={command === null}>
          {words('reconcile.edit-use')}
        </Button>
      </footer>
    </form>
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
