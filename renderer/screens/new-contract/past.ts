import type { OpenUnderWayInput } from '../../../shared/contract/under-way.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { typedDay } from '../../form/day-in-form.tsx'
import { missing, typedAmount } from '../../form/use-move.ts'
import type { Denomination } from '../../words/amount-fault.ts'
import type { Problem } from '../../words/problem.ts'

const ENTRY = { use: 'entry' } as const

type Move = OpenUnderWayInput['moves'][number]

/** A past payment as the form holds it. An empty amount stands for all that its milestone held. */
export interface PaymentText {
  amount: string
  on: string
}

/** The past of a milestone as the form holds it; an empty day means that it has not happened. */
export interface PastText {
  funded: string
  submitted: string
  payments: PaymentText[]
}

/** No past, with an empty first payment to fill in. */
export const noPast = (): PastText => ({ funded: '', submitted: '', payments: [{ amount: '', on: '' }] })

interface PlannedText extends PastText {
  readonly title: string
  readonly amount: string
}

/** A past move, with the form's field for each of its own. */
interface Written {
  readonly move: Move & { readonly on: IsoDate }
  readonly fields: Readonly<Partial<Record<string, string>>> & { readonly on: string }
}

/** The past as moves of the rulebook, in the order of their days. */
export interface Past {
  readonly moves: readonly Move[]
  /** Maps a field that a refusal names (`moves.0.amount`) to the form's own. */
  readonly fieldOf: (field: string) => string
}

/** True if a milestone has any past. */
export function hasPast({ funded, submitted, payments }: PastText): boolean {
  return funded !== '' || submitted !== '' || payments.some(isWritten)
}

/** The first day on which a milestone was funded; undefined if none was. */
export function firstDayIn(rows: readonly PastText[]): IsoDate | undefined {
  return rows
    .flatMap(({ funded }) => {
      const typed = typedDay(funded, 'funded', ENTRY)
      return 'problem' in typed || typed.day === null ? [] : [typed.day]
    })
    .sort()[0]
}

/** The amount a milestone held before a payment: its amount less the earlier payments. */
export function heldBefore({ amount, payments }: PlannedText, which: number, money: Denomination): Minor {
  const whole = typedAmount(amount, money)
  let held = 'amount' in whole ? whole.amount : ZERO
  for (const payment of payments.slice(0, which)) held = less(held, amountOf(payment, held, money))
  return held
}

/**
 * Returns the past of the contract's milestones, or the first problem in it. `positions` are those
 * of the milestones in the form.
 */
export function pastOf(
  rows: readonly PlannedText[],
  positions: readonly number[],
  money: Denomination,
): Past | { readonly problem: Problem } {
  const written: Written[] = []
  for (const [index, row] of rows.entries()) {
    const found = movesOf(row, `M${index + 1}`, `milestones.${positions[index] ?? index}`, money)
    if ('problem' in found) return found
    written.push(...found.written)
  }
  // Within a day: in the order of milestones, then of their own moves.
  const ordered = written.toSorted((a, b) => (a.move.on < b.move.on ? -1 : a.move.on > b.move.on ? 1 : 0))
  return {
    moves: ordered.map(({ move }) => move),
    fieldOf: field => {
      const [, index, own] = /^moves\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
      const fields = ordered[Number(index ?? -1)]?.fields
      return fields === undefined ? field : (fields[own ?? 'on'] ?? fields.on)
    },
  }
}

const isWritten = ({ amount, on }: PaymentText): boolean => amount.trim() !== '' || on !== ''

function amountOf({ amount, on }: PaymentText, held: Minor, money: Denomination): Minor {
  const typed = typedAmount(amount, money)
  return 'amount' in typed ? typed.amount : on === '' ? ZERO : held
}

function movesOf(
  row: PlannedText,
  milestoneId: string,
  field: string,
  money: Denomination,
): { readonly written: readonly Written[] } | { readonly problem: Problem } {
  if (!hasPast(row)) return { written: [] }
  const { title, payments } = row
  const funded = typedDay(row.funded, `${field}.funded`, ENTRY)
  if ('problem' in funded) return funded
  const submitted = typedDay(row.submitted, `${field}.submitted`, ENTRY)
  if ('problem' in submitted) return submitted
  const absent = (what: 'funded' | 'paid', where: string) =>
    missing(`${field}.${where}`, { key: 'past.missing', params: { what, milestone: title } })
  if (funded.day === null) return absent('funded', 'funded')
  const written: Written[] = [
    {
      move: { type: 'fund-milestone', milestoneId, on: funded.day },
      fields: { on: `${field}.funded`, amount: `${field}.amount` },
    },
  ]
  if (submitted.day !== null)
    written.push({
      move: { type: 'submit-work', milestoneId, on: submitted.day },
      fields: { on: `${field}.submitted` },
    })
  for (const [which, payment] of payments.entries()) {
    if (!isWritten(payment)) continue
    const at = `payments.${which}`
    const on = typedDay(payment.on, `${field}.${at}.on`, ENTRY)
    if ('problem' in on) return on
    if (on.day === null) return absent('paid', `${at}.on`)
    const typed =
      payment.amount.trim() === ''
        ? { amount: heldBefore(row, which, money) }
        : typedAmount(payment.amount, money, `${field}.${at}.amount`)
    if ('problem' in typed) return typed
    written.push({
      move: { type: 'release', milestoneId, amount: typed.amount, on: on.day },
      fields: { on: `${field}.${at}.on`, amount: `${field}.${at}.amount` },
    })
  }
  return { written }
}
