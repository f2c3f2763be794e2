import type { Minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'

/**
 * The meaning of a single row, before rows are combined. `earning`: paid to the freelancer.
 * `charge`: taken from the client, into escrow or out of it. `payment`: the counterpart of a charge
 * on a client's report. `client-fee`, `contract-fee`, `freelancer-fee`: kept by the platform. `in`
 * and `out`: any money, by its sign.
 */
export type RowKind =
  | 'earning'
  | 'charge'
  | 'payment'
  | 'bonus'
  | 'refund'
  | 'client-fee'
  | 'contract-fee'
  | 'freelancer-fee'
  | 'fee'
  | 'in'
  | 'out'
  | { readonly ignored: WordKey }

const UPWORK_KINDS: Readonly<Record<string, RowKind>> = {
  payment: 'payment',
  bonus: 'bonus',
  refund: 'refund',
  'service fee': 'freelancer-fee',
  'marketplace fee': 'client-fee',
  'client marketplace fee': 'client-fee',
  'processing fee': 'client-fee',
  'payment processing fee': 'client-fee',
  'contract initiation fee': 'contract-fee',
  hourly: { ignored: 'statement.ignored.hourly' },
  withdrawal: { ignored: 'statement.ignored.transfer' },
  adjustment: { ignored: 'statement.ignored.adjustment' },
  miscellaneous: { ignored: 'statement.ignored.adjustment' },
  connects: { ignored: 'statement.ignored.platform' },
  membership: { ignored: 'statement.ignored.platform' },
  subscription: { ignored: 'statement.ignored.platform' },
  vat: { ignored: 'statement.ignored.tax' },
  gst: { ignored: 'statement.ignored.tax' },
  wht: { ignored: 'statement.ignored.tax' },
}

const typeKeys = new Map<string, string>()
const MOST_TYPES = 200

/**
 * Returns the kind of a row in Upwork's reports. A fixed price is negative on a client's report.
 */
export function upworkKind(type: string, amount: Minor): RowKind {
  let key = typeKeys.get(type)
  if (key === undefined) {
    key = type.trim().toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ')
    // Upwork has about twenty types; a file with thousands is not theirs and must not fill the
    // cache.
    if (typeKeys.size < MOST_TYPES) typeKeys.set(type, key)
  }
  if (key === 'fixed price' || key === 'milestone') return amount < 0 ? 'charge' : 'earning'
  return UPWORK_KINDS[key] ?? { ignored: 'statement.ignored.unknown' }
}

/** Matches the name of a fee, but not that of a payment with a fee. */
const FEE = /(?:\bfees?|\bcommission|gebühr(?:en)?)\s*$/i

/** Matches movements inside PayPal, which are not payments to or from another party. */
const PAYPAL_OWN = /withdraw|transfer|currency conversion|hold|reserve|authorization|bank deposit|bank account/i

/** Returns the kind of a completed row in PayPal's report. */
export function paypalKind(type: string, amount: Minor): RowKind {
  if (FEE.test(type)) return 'fee'
  if (PAYPAL_OWN.test(type)) return { ignored: 'statement.ignored.transfer' }
  if (/refund|reversal/i.test(type)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}

/** Returns the kind that the file's own words name, or else the direction of the amount. */
export function namedKind(kind: string, amount: Minor): RowKind {
  if (FEE.test(kind)) return 'fee'
  if (/\bbonus\b|\btip\b/i.test(kind)) return 'bonus'
  if (/refund/i.test(kind)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}
