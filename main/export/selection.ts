import type { IsoDate } from '../../shared/dates/calendar.ts'

/**
 * What an export covers: the whole book, one contract, the days from `from` to `to` (both
 * included).
 */
export interface Selection {
  readonly contractId?: string | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

/** Whether nothing is left out of the book. */
export function isWholeBook({ contractId, from, to }: Selection): boolean {
  return contractId === undefined && from === undefined && to === undefined
}
