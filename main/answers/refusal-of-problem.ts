import type { Refusal } from '../../shared/contract/refusals.ts'
import { TotalTooLargeError } from '../../shared/money/money.ts'
import { RefusedError } from '../book/faults/store-refusal.ts'

/**
 * The refusal for a thrown error: that of a `RefusedError`; `amount-too-large` for a total that
 * cannot be represented exactly; undefined for a bug in Escrowbook.
 */
export function refusalOfProblem(problem: unknown): Refusal | undefined {
  if (problem instanceof RefusedError) return problem.refusal
  return problem instanceof TotalTooLargeError
    ? { code: 'amount-too-large', variant: 'together', params: {} }
    : undefined
}
