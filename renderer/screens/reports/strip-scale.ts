import type { ReportFigures } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { ticksUpTo } from '../../charts/axis.ts'

/** A piece of a strip, in percent of the strip's width. */
export interface StripPiece {
  readonly kind: 'solid' | 'fee' | 'returned' | 'refunded'
  readonly start: number
  readonly width: number
}

/**
 * The scale shared by all strips of a table: payments to the right of zero, refunds and returns to
 * the left.
 */
export interface StripScale {
  readonly zero: number
  readonly ticks: readonly { readonly amount: Minor; readonly at: number }[]
  readonly piecesOf: (figures: ReportFigures) => readonly StripPiece[]
}

const MOST_TICKS = 4

/**
 * The largest amount that a row's strip shows. A client pays fees on top of the gross; a
 * freelancer's come out of it.
 */
function reach({ gross, fees }: ReportFigures, side: Side): number {
  return side === 'client' ? gross + Math.max(fees, 0) : gross
}

/** Lays out the strips of a table on one scale. */
export function stripScale(rows: readonly ReportFigures[], side: Side): StripScale {
  const most = Math.max(1, ...rows.map(row => reach(row, side)))
  const back = Math.max(0, ...rows.map(row => row.returned + row.refunded))
  const whole = most + back
  const at = (amount: number): number => ((back + amount) / whole) * 100
  const share = (amount: number): number => (amount / whole) * 100
  return {
    zero: at(0),
    ticks: ticksUpTo(most, MOST_TICKS)
      .filter(tick => tick <= most)
      .map(amount => ({ amount, at: at(amount) })),
    piecesOf: figures => {
      const { gross, fees, returned, refunded } = figures
      const fee = Math.max(fees, 0)
      const solid = side === 'client' ? gross : Math.max(gross - fee, 0)
      const pieces: readonly StripPiece[] = [
        { kind: 'refunded', start: at(-refunded), width: share(refunded) },
        { kind: 'returned', start: at(-refunded - returned), width: share(returned) },
        { kind: 'solid', start: at(0), width: share(solid) },
        { kind: 'fee', start: at(solid), width: share(fee) },
      ]
      return pieces.filter(piece => piece.width > 0)
    },
  }
}
