import type { CorrectableEntry, CorrectedField } from '../../../shared/api/correction.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { typedDay } from '../../form/day-in-form.tsx'
import { amountText, type EntryDetails, typedAmount } from '../../form/use-move.ts'
import type { Problem } from '../../words/problem.ts'

/** A command that corrects an entry, as the page writes it. */
export type CorrectInput = Extract<EscrowCommandInput, { type: 'correct' }>
/** The fields that a correction sets. */
type Fields = NonNullable<CorrectInput['with']>

/**
 * The form of a correction: what was wrong, and the entry's own fields. A field that the entry does
 * not have stays as it is.
 */
export interface CorrectValues extends EntryDetails {
  what: 'different' | 'never'
  amount: string
  release: string
  refund: string
  milestoneId: string
  by: string
  refundRemainder: boolean
  reason: string
  /** Undefined if the entry has none. */
  fee: string | undefined
}

/** A change of an entry: other fields, its removal, a fault in the form, or nothing yet. */
export type Change =
  | { readonly kind: 'with'; readonly fields: Fields; readonly before: Fields }
  | { readonly kind: 'remove' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'nothing' }

/** The fields that are amounts of money. */
const AMOUNTS = ['amount', 'release', 'refund', 'fee'] as const
/** The fields that are texts, or ids. */
const TEXTS = ['milestoneId', 'reason', 'reference', 'note'] as const

/** The values that a form about an entry starts with: those that it was recorded with. */
export function valuesOf({ command, fields, before }: CorrectableEntry, what: CorrectValues['what']): CorrectValues {
  const was = recordedWith(command)
  const money = (name: (typeof AMOUNTS)[number]): string => amountText(was[name], before.decimals)
  return {
    what,
    amount: money('amount'),
    release: money('release'),
    refund: money('refund'),
    fee: fields.includes('fee') ? money('fee') : undefined,
    milestoneId: was.milestoneId ?? '',
    by: was.by ?? 'client',
    refundRemainder: was.refundRemainder ?? false,
    reason: was.reason ?? '',
    // Left empty, the day stays.
    on: '',
    reference: was.reference ?? '',
    note: was.note ?? '',
  }
}

/** The change that a form's values make to the entry. Only what differs is set. */
export function changeOf(values: CorrectValues, entry: CorrectableEntry): Change {
  if (values.what === 'never') return { kind: 'remove' }
  const { fields, command, before: contract } = entry
  const was = recordedWith(command)
  const now: Record<string, unknown> = {}
  const has = (name: CorrectedField): boolean => fields.includes(name)
  for (const name of AMOUNTS) {
    if (!has(name)) continue
    const text = (values[name] ?? '').trim()
    // Left empty, a fee follows from the policy again, and an edit leaves the amount as it was.
    if (text === '' && (name === 'fee' || was[name] === undefined)) now[name] = null
    else {
      const typed = typedAmount(text, contract, name)
      if ('problem' in typed) return { kind: 'problem', problem: typed.problem }
      now[name] = typed.amount
    }
  }
  for (const name of TEXTS) if (has(name)) now[name] = values[name].trim() === '' ? null : values[name].trim()
  if (has('by')) now['by'] = values.by
  if (has('refundRemainder')) now['refundRemainder'] = values.refundRemainder
  const day = typedDay(values.on, 'on', { use: 'entry', kept: entry.was.on })
  if ('problem' in day) return { kind: 'problem', problem: day.problem }
  if (day.day !== null) now['on'] = day.day
  const before = withDefaults(was)
  const changed = Object.entries(now).filter(([name, value]) => value !== (before[name as keyof Fields] ?? null))
  if (changed.length === 0) return { kind: 'nothing' }
  return {
    kind: 'with',
    fields: Object.fromEntries(changed),
    before: Object.fromEntries(changed.map(([name]) => [name, before[name as keyof Fields] ?? null])),
  }
}

/** The fields of the command that recorded an entry. */
function recordedWith(command: CorrectableEntry['command']): WithoutNull<Fields> {
  return command as WithoutNull<Fields>
}

type WithoutNull<T> = { readonly [K in keyof T]?: NonNullable<T[K]> | undefined }

/** An ending says who ended it and what became of the money even where its command left it out. */
function withDefaults(was: WithoutNull<Fields>): Fields {
  return { ...was, by: was.by ?? 'client', refundRemainder: was.refundRemainder ?? false }
}
