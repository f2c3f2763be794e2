import { amountIn } from '../../../shared/reconcile/written-amount.ts'
import { dayIn } from '../../../shared/reconcile/written-day.ts'

/** True for a cell that reads as a day in some order of its numbers. */
export const isDay = (cell: string): boolean =>
  /\d/.test(cell) &&
  (dayIn(cell.trim(), 'day-month-year') !== undefined || dayIn(cell.trim(), 'month-day-year') !== undefined)

/** True for a cell that reads as an amount with either decimal mark. */
export const isAmount = (cell: string): boolean =>
  /\d/.test(cell) && (amountIn(cell, 3, 'point') !== undefined || amountIn(cell, 3, 'comma') !== undefined)
