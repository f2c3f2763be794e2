import { useState } from 'react'
import { formatAmount, minor, ZERO } from '../../../shared/money/money.ts'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { selector } from '../../../shared/words/selector.ts'
import { useQuery } from '../../ask/use-query.ts'
import { typedDay } from '../../form/day-in-form.tsx'
import { typedAmount } from '../../form/use-move.ts'
import { useUsualDay } from '../../state/usual-day.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { type ChosenKind, commandsOf, fixedRefund, KINDS, targetsOf } from './edited-command.ts'
import type { EditedRow } from './statement.ts'

/** The fields, as typed, of the dialog that edits a row. */
export interface RowFields {
  readonly contractId: string
  readonly kind: ChosenKind
  readonly target: string
  readonly amount: string
  readonly on: string
}

/** The dialog's fields, the commands they make, and the verdict of the rules. */
export type RowEdit = ReturnType<typeof useRowEdit>

/** Holds a person's edit of a row. Nothing is recorded here. */
export function useRowEdit(row: StatementRow) {
  const [fields, setFields] = useState(() => fieldsOf(row))
  const { contractId, kind, on } = fields
  const asked = useQuery(contractId === '' ? null : { type: 'contract', contractId })
  // The details of a newly chosen contract may not have arrived yet.
  const opened = asked.value?.contract.id === contractId ? asked.value : null
  const contract = opened?.contract ?? null
  const denomination = { decimals: row.decimals, ...(row.currency !== null && { currency: row.currency }) }
  const typed = typedAmount(fields.amount, denomination)
  const amount = 'amount' in typed && typed.amount > ZERO ? typed.amount : null
  const targets = opened === null ? null : targetsOf(opened, kind)
  const target = targets?.find(({ value }) => value === fields.target) ?? targets?.[0]
  const last = useUsualDay(contract?.usualDay)
  // Not asked for a row that is an entry already.
  const typedOn =
    kind === 'same' ? { day: null } : typedDay(on, 'on', { use: 'entry', last, kept: row.on ?? undefined })
  const day = 'problem' in typedOn ? null : (typedOn.day ?? row.on ?? last ?? null)
  const commands =
    contract === null || amount === null || 'problem' in typedOn
      ? null
      : commandsOf({
          kind,
          contract,
          target: target?.value,
          amount,
          on: day === row.on ? null : day,
          id: row.id ?? '',
        })
  const [first] = commands ?? []
  // If the rules allow the first command, they also allow those it makes possible.
  const preview = useQuery(
    first === undefined
      ? null
      : { type: 'preview', command: first.type === 'annotate' || row.on === null ? first : { on: row.on, ...first } },
  )
  /** The edit to record; null while it is incomplete or refused. */
  function edit(): EditedRow | null {
    const command = commands?.at(-1)
    if (command === undefined || commands === null || contract === null || preview.error !== null) return null
    const what = [words('reconcile.edit-kind-of', { kind: selector(kind) }), target?.label].filter(Boolean).join(' ')
    return { command, before: commands.slice(0, -1), what: `${what}, ${contract.title}` }
  }
  return {
    fields,
    change: (changed: Partial<RowFields>) => setFields(before => ({ ...before, ...changed })),
    contract,
    amount,
    /** The fault of a typed amount; null while it is empty or read. */
    fault: 'problem' in typed && !typed.problem.quiet ? typed.problem : null,
    /** The latest day that the entry can have. */
    last,
    isDayRefused: 'problem' in typedOn,
    targets,
    target,
    commands,
    /** The only amount a refund can have. */
    fixed: contract !== null && kind === 'approve-refund' && amount !== null ? fixedRefund(contract) : null,
    refusal: preview.error,
    edit,
  }
}

const fieldsOf = (row: StatementRow): RowFields => ({
  contractId: row.contractId ?? '',
  kind: kindOf(row),
  target: row.command !== undefined && 'milestoneId' in row.command ? (row.command.milestoneId ?? '') : '',
  amount: formatAmount(minor(Math.abs(row.amount ?? 0)), row.decimals, LOCALE),
  on: row.on ?? '',
})

function kindOf({ state, command, amount }: StatementRow): ChosenKind {
  if (state === 'proposed') return 'same'
  const known = KINDS.find(kind => kind === command?.type)
  return known ?? ((amount ?? 0) < 0 ? 'fund-milestone' : 'release')
}
