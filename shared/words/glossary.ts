import type { WordKey } from './catalogue.ts'
import { wordsLocale } from './language.ts'
import { say } from './say.ts'

/** The terms that the glossary explains: words that a freelancer may not know. */
export const TERMS = [
  'account',
  'automatic-release',
  'bonus',
  'brought-forward',
  'budget',
  'cancelled',
  'carried',
  'carried-down',
  'contract-fee',
  'deposit',
  'dispute',
  'ending',
  'entry',
  'escrow',
  'fees-on-top',
  'fingerprint',
  'free',
  'freelancer-fee',
  'funded',
  'gross',
  'held',
  'intact',
  'journal',
  'milestone',
  'minimum',
  'net',
  'on-its-way',
  'paid',
  'paid-out',
  'partly-paid',
  'planned',
  'posting',
  'preset',
  'printed-statement',
  'reconcile',
  'reference',
  'refund-request',
  'refunded',
  'remainder',
  'reserved',
  'returned-payment',
  'reversal',
  'rules',
  'statement',
  'to-fund',
  'unallocated',
  'under-review',
] as const
/** See `TERMS`. */
export type Term = (typeof TERMS)[number]

/** The key of a term as shown on screen. */
export function nameOf(term: Term): WordKey {
  return `glossary.${term}`
}

/** The key of a term's definition, one sentence for its tooltip. */
export function meaningOf(term: Term): WordKey {
  return `glossary.${term}.means`
}

/** The address of a term in Help, for links. */
export function addressOf(term: Term): string {
  return `#/help/glossary/${term}`
}

/** A term in words. */
export interface Explanation {
  readonly term: Term
  readonly name: string
  readonly meaning: string
}

/** All terms in words, in the alphabetical order of the current language. */
export function explanations(locale: string): readonly Explanation[] {
  const voice = { locale, decimals: 2 }
  const collator = new Intl.Collator(wordsLocale(locale))
  return TERMS.map(term => ({
    term,
    name: say(nameOf(term), {}, voice),
    meaning: say(meaningOf(term), {}, voice),
  })).sort((a, b) => collator.compare(a.name, b.name))
}
