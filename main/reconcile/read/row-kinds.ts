import type { Minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'

/**
 * What one row of a statement stands for, before rows are put together. `earning`: paid to the
 * freelancer. `charge`: taken from the client, into escrow or on from it. `payment`: the client's
 * other half of a charge. `client-fee`, `contract-fee`, `freelancer-fee`: what the platform keeps.
 * `in` and `out`: any money, by its sign.
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

/** The type of a row of Upwork's reports; the sign of a fixed price says whose report it is. */
export function upworkKind(type: string, amount: Minor): RowKind {
  let key = typeKeys.get(type)
  if (key === undefined) {
    key = type.trim().toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ')
    // There are some twenty; a file with thousands is none of theirs.
    if (typeKeys.size < MOST_TYPES) typeKeys.set(type, key)
  }
  if (key === 'fixed price' || key === 'milestone') return amount < 0 ? 'charge' : 'earning'
  return UPWORK_KINDS[key] ?? { ignored: 'statement.ignored.unknown' }
}

/** What names a fee, rather than a payment that has one. */
const FEE = /(?:\bfees?|\bcommission|gebühr(?:en)?)\s*$/i

/** PayPal's own moves, which are no payments to or from another. */
const PAYPAL_OWN = /withdraw|transfer|currency conversion|hold|reserve|authorization|bank deposit|bank account/i

/** The type and status of a row of PayPal's report: only what was completed counts. */
export function paypalKind(type: string, status: string, amount: Minor): RowKind {
  if (status.trim() !== '' && !/^completed$/i.test(status.trim())) return { ignored: 'statement.ignored.not-completed' }
  if (FEE.test(type)) return 'fee'
  if (PAYPAL_OWN.test(type)) return { ignored: 'statement.ignored.transfer' }
  if (/refund|reversal/i.test(type)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}

/** The kind a person's own file names; else the sign alone counts. */
export function namedKind(kind: string, amount: Minor): RowKind {
  if (FEE.test(kind)) return 'fee'
  if (/\bbonus\b|\btip\b/i.test(kind)) return 'bonus'
  if (/refund/i.test(kind)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}
