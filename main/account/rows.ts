import type { AccountCommandType } from '../../shared/account/commands.ts'
import type { AccountMove, ArrivedAmount } from '../../shared/account/events.ts'
import type { RecordedCommandType } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { less, type Minor, minor, sum, ZERO } from '../../shared/money/money.ts'

/** The amounts of one entry of an account: net = gross − fee is what it adds; minor units. */
export interface RowAmounts {
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
}

/** An entry that counts in an account: an own move, its opening, or an inflow of a contract. */
export interface AccountLine extends RowAmounts {
  readonly entry: number
  /** The contract that paid; undefined for what is recorded on the account itself. */
  readonly contractId?: string
  readonly milestoneId?: string | null
  readonly type: AccountCommandType | RecordedCommandType
  readonly on: IsoDate
  /** The day the money arrives; undefined where it is there at once. */
  readonly available?: IsoDate
  readonly kind?: string
  readonly from?: string
  readonly arrived?: ArrivedAmount
  readonly about?: number
  readonly reference: string | null
  readonly note: string | null
  readonly reversedBy?: number
}

/** A line with the balance after it, in minor units. */
export interface AccountRow extends AccountLine {
  readonly balance: Minor
}

/**
 * The lines of an account in order of day, then entry, each with the balance after it. A reversed
 * line adds nothing (rules-account.md, What is asked of it).
 */
export function withBalances(lines: readonly AccountLine[]): AccountRow[] {
  let balance = ZERO
  return lines.toSorted(byDay).map(line => {
    if (line.reversedBy === undefined) balance = sum(balance, line.net)
    return { ...line, balance }
  })
}

/** The amounts of an own move in its row: what goes out is below zero, and a fee lowers the net. */
export function amountsOf(move: AccountMove): RowAmounts {
  const { amount } = move
  switch (move.type) {
    case 'income-received':
      return withNet(amount, move.fee)
    case 'money-withdrawn':
      return withNet(minor(-amount), move.fee)
    case 'account-charged':
    case 'tax-withheld':
      return withNet(minor(-amount), ZERO)
    case 'balance-adjusted':
      return withNet(amount, ZERO)
    default:
      return missingCase(move)
  }
}

function withNet(gross: Minor, fee: Minor): RowAmounts {
  return { gross, fee, net: less(gross, fee) }
}

function byDay(one: AccountLine, other: AccountLine): number {
  return one.on < other.on ? -1 : one.on > other.on ? 1 : one.entry - other.entry
}
