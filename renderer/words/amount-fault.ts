import { exampleAmount, type TypedAmount } from '../../shared/money/amount-text.ts'
import { selector } from '../../shared/words/selector.ts'
import { LOCALE } from './locale.ts'
import type { Text } from './say.tsx'

/** The kind of a typed number: its decimals, and the currency that may stand beside it, if any. */
export interface Denomination {
  readonly decimals: number
  readonly currency?: string
}

/** The words for what is wrong with a typed amount, with an example in the locale's marks. */
export function amountFault(fault: Exclude<TypedAmount, { ok: true }>, { decimals, currency }: Denomination): Text {
  return {
    key: 'amount.problem',
    params: {
      reason: selector(fault.reason),
      decimals,
      example: exampleAmount(decimals, LOCALE),
      given: 'given' in fault ? fault.given : '',
      currency: currency ?? '',
    },
  }
}
