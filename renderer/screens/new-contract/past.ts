import type { OpenUnderWayInput } from '../../../shared/contract/under-way.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { missing, typedAmount } from '../../form/use-move.ts'
import type { Problem } from '../../words/problem.ts'

type Move = OpenUnderWayInput['moves'][number]

/**
 * A payment that was made, as a form holds it. Without an amount it is all that its milestone still
 * held.
 */
export interface PaymentText {
  amount: string
  on: string
}

/**
 * What happened to a milestone before its contract is entered, as a form holds it: the days, and
 * the payments.
 */
export interface PastText {
  funded: string
  submitted: string
  payments: PaymentText[]
}

/** Nothing happened yet; a first payment waits to be written. */
export const noPast = (): PastText => ({ funded: '', submitted: '', payments: [{ amount: '', on: '' }] })

interface PlannedText extends PastText {
  readonly title: string
  readonly amount: string
}

/** A move with the fields of the form that it was written in, the day's field first. */
interface Written {
  readonly move: Move & { readonly on: IsoDate }
  readonly fields: Readonly<Partial<Record<string, string>>> & { readonly on: string }
}

/**
 * What happened so far as the moves of the rulebook, in the order of their days, and where on the
 * form a field of them stands.
 */
export interface Past {
  readonly moves: readonly Move[]
  /** The form's own field for the one that a refusal names (`moves.0.amount`). */
  readonly fieldOf: (field: string) => string
}

/** Whether anything is written of what happened to a milestone. */
export function hasPast({ funded, submitted, payments }: PastText): boolean {
  return funded !== '' || submitted !== '' || payments.some(isWritten)
}

/** The first day of which anything is written; undefined where nothing is. */
export function firstDayIn(rows: readonly PastText[]): IsoDate | undefined {
  return rows.flatMap(({ funded }) => (funded === '' ? [] : (funded as IsoDate))).sort()[0]
}

/**
 * What a milestone still held before one of its payments: its amount less the payments above that
 * one.
 */
export function heldBefore({ amount, payments }: PlannedText, place: number, decimals: number): Minor {
  const whole = typedAmount(amount, decimals)
  let held = 'amount' in whole ? whole.amount : ZERO
  for (const payment of payments.slice(0, place)) held = less(held, amountOf(payment, held, decimals))
  return held
}

/**
 * The past of these milestones, which are the contract's in this order; or what is missing from it.
 * `places` are their rows in the form.
 */
export function pastOf(
  rows: readonly PlannedText[],
  places: readonly number[],
  decimals: number,
): Past | { readonly problem: Problem } {
  const written: Written[] = []
  for (const [index, row] of rows.entries()) {
    const found = movesOf(row, `M${index + 1}`, `milestones.${places[index] ?? index}`, decimals)
    if ('problem' in found) return found
    written.push(...found.written)
  }
  // Of one day, the milestones in their order, and of each what was written first.
  const ordered = written.toSorted((a, b) => (a.move.on < b.move.on ? -1 : a.move.on > b.move.on ? 1 : 0))
  return {
    moves: ordered.map(({ move }) => move),
    fieldOf: field => {
      const [, place, own] = /^moves\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
      const fields = ordered[Number(place ?? -1)]?.fields
      return fields === undefined ? field : (fields[own ?? 'on'] ?? fields.on)
    },
  }
}

const isWritten = ({ amount, on }: PaymentText): boolean => amount.trim() !== '' || on !== ''

function amountOf({ amount, on }: PaymentText, held: Minor, decimals: number): Minor {
  const typed = typedAmount(amount, decimals)
  return 'amount' in typed ? typed.amount : on === '' ? ZERO : held
}

function movesOf(
  row: PlannedText,
  milestoneId: string,
  field: string,
  decimals: number,
): { readonly written: readonly Written[] } | { readonly problem: Problem } {
  if (!hasPast(row)) return { written: [] }
  const { title, funded, submitted, payments } = row
  const absent = (what: 'funded' | 'paid', where: string) =>
    missing(`${field}.${where}`, { key: 'past.missing', params: { what, milestone: title } })
  if (funded === '') return absent('funded', 'funded')
  const written: Written[] = [
    {
      move: { type: 'fund-milestone', milestoneId, on: funded as IsoDate },
      fields: { on: `${field}.funded`, amount: `${field}.amount` },
    },
  ]
  if (submitted !== '')
    written.push({
      move: { type: 'submit-work', milestoneId, on: submitted as IsoDate },
      fields: { on: `${field}.submitted` },
    })
  for (const [place, payment] of payments.entries()) {
    if (!isWritten(payment)) continue
    const at = `payments.${place}`
    if (payment.on === '') return absent('paid', `${at}.on`)
    const typed =
      payment.amount.trim() === ''
        ? { amount: heldBefore(row, place, decimals) }
        : typedAmount(payment.amount, decimals, `${field}.${at}.amount`)
    if ('problem' in typed) return typed
    written.push({
      move: { type: 'release', milestoneId, amount: typed.amount, on: payment.on as IsoDate },
      fields: { on: `${field}.${at}.on`, amount: `${field}.${at}.amount` },
    })
  }
  return { written }
}
