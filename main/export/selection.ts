import type { IsoDate } from '../../shared/dates/calendar.ts'

/**
 * The scope of an export: the whole book, one contract, or the days from `from` to `to`, both
 * included.
 */
export interface Selection {
  readonly contractId?: string | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

/** True if nothing of the book is left out. */
export function isWholeBook({ contractId, from, to }: Selection): boolean {
  return contractId === undefined && from === undefined && to === undefined
}
