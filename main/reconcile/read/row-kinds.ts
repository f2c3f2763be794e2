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
  'withdrawal fee': { ignored: 'statement.ignored.transfer' },
  chargeback: { ignored: 'statement.ignored.adjustment' },
  adjustment: { ignored: 'statement.ignored.adjustment' },
  miscellaneous: { ignored: 'statement.ignored.adjustment' },
  connects: { ignored: 'statement.ignored.platform' },
  membership: { ignored: 'statement.ignored.platform' },
  subscription: { ignored: 'statement.ignored.platform' },
}
/** Upwork names the country in some: “VAT (KE) - Service Fee”. */
const UPWORK_TAX = /^(?:vat|gst|wht|withholding tax)\b/

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
  if (UPWORK_TAX.test(key)) return { ignored: 'statement.ignored.tax' }
  const known = Object.hasOwn(UPWORK_KINDS, key) ? UPWORK_KINDS[key] : undefined
  return known ?? { ignored: 'statement.ignored.unknown' }
}

/** Matches the name of a fee, but not that of a payment with a fee. */
const FEE =
  /(?:\bfees?|\bcommissions?|gebühr(?:en)?|\bkosten|\bcomisión|\bcomisiones|\bopłat[ay]|\bprowizj[ae])\s*$|^(?:frais|comisión|commissione|taxa|tarifa|opłata|prowizja) /i

/** Matches payments that came back, in the languages of PayPal's reports. */
const REFUND = /refund|reversal|rückzahlung|rückerstattung|rembours|reembolso|rimborso|terugbetaling|\bzwrot\b/i

/**
 * Matches movements inside PayPal, which are not payments to or from another party: deposits from a
 * card or bank, withdrawals, holds and their release, conversions, fees that came back.
 */
const PAYPAL_OWN = new RegExp(
  [
    'withdraw|transfer|currency conversion|hold|reserve|authorization|bank deposit|bank account|card deposit|review release|fee reversal',
    'abbuchung|abhebung|auszahlung|bankgutschrift|währungsumrechnung|einbehalt|freigabe|autorisierung|gebührenstorno',
    'virement|retrait|conversion de devise|blocage|déblocage|autorisation|annulation de frais|dépôt par carte',
    'retirada|transferencia|conversión de|retención|liberación|autorización|depósito con|anulación de tarifa',
    'prelievo|trasferimento|conversione|trattenuta|rilascio|autorizzazione|deposito con|storno (?:della )?tariffa',
    'saque|levantamento|transferência|conversão|retenção|liberação|autorização|depósito com|estorno de tarifa',
    'opname|overboeking|valuta|inhouding|vrijgave|autorisatie|storting|terugboeking van kosten',
    'wypłata|przeliczenie|przewalutowanie|wstrzymanie|zwolnienie|blokada|autoryzacja|wpłata|zwrot opłaty',
  ].join('|'),
  'i',
)
/** Matches payments that a bank or card took back, which are no refund by the other party. */
const CHARGEBACK = /charge ?back|rückbuchung|rétrofacturation|contracargo|terugvordering|obciążenie zwrotne/i

/** Returns the kind of a completed row in PayPal's report. */
export function paypalKind(type: string, amount: Minor): RowKind {
  if (CHARGEBACK.test(type)) return { ignored: 'statement.ignored.chargeback' }
  if (PAYPAL_OWN.test(type)) return { ignored: 'statement.ignored.transfer' }
  if (FEE.test(type)) return 'fee'
  if (REFUND.test(type)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}

/**
 * Matches kinds of rows that banks and wallets have for moves between a person's own accounts. A
 * transfer may be a payment, and a withdrawal money out, so these words alone are none.
 */
const OWN =
  /(?:currency )?(?:conversion|exchange)|\btop.?up|\bpots?\b|\b(?:internal|own|between accounts?) transfer|\bto savings|\b(?:atm|cash) withdrawal|\bhold\b|umbuchung|währungsumtausch|bargeldauszahlung|geldautomat/i
const TAX = /^(?:vat|gst|wht|withholding tax|tax)\b|quellensteuer|kapitalertragsteuer/i

/** Matches Stripe's moves to and from a bank, and money that it holds back. */
const STRIPE_OWN = /payout|transfer|top.?up|reserve|conversion/i

/** Returns the kind of a row in Stripe's reports, by its reporting category or type. */
export function stripeKind(type: string, amount: Minor): RowKind {
  if (/dispute/i.test(type)) return { ignored: 'statement.ignored.chargeback' }
  if (STRIPE_OWN.test(type)) return { ignored: 'statement.ignored.transfer' }
  if (/fee|tax|billing/i.test(type)) return { ignored: 'statement.ignored.platform' }
  return /refund/i.test(type) ? 'refund' : amount < 0 ? 'out' : 'in'
}

/** Returns the kind that the file's own words name, or else the direction of the amount. */
export function namedKind(kind: string, amount: Minor): RowKind {
  if (CHARGEBACK.test(kind)) return { ignored: 'statement.ignored.chargeback' }
  if (OWN.test(kind)) return { ignored: 'statement.ignored.transfer' }
  if (TAX.test(kind)) return { ignored: 'statement.ignored.tax' }
  if (FEE.test(kind)) return 'fee'
  if (/\bbonus\b|\btip\b/i.test(kind)) return 'bonus'
  if (/refund/i.test(kind)) return 'refund'
  return amount < 0 ? 'out' : 'in'
}
