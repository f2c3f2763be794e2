import type { Refusal } from '../../shared/contract/refusals.ts'
import { TotalTooLargeError } from '../../shared/money/money.ts'

/**
 * The refusal for a thrown error: `amount-too-large` for a total that cannot be represented
 * exactly; undefined for a bug in Escrowbook.
 */
export function refusalOfProblem(problem: unknown): Refusal | undefined {
  return problem instanceof TotalTooLargeError
    ? { code: 'amount-too-large', variant: 'together', params: {} }
    : undefined
}
