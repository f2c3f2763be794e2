import { addDays, daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { Column, type ColumnData } from './column.ts'

const EPOCH = '1970-01-01' as IsoDate

/** A date as the number of days since 1 January 1970. */
export function dayNumberOf(on: IsoDate): number {
  return daysBetween(EPOCH, on)
}

/** A column of dates, kept as day numbers. */
export class DayColumn {
  readonly #days: Column
  /** Neighbouring entries mostly share their date, and converting it is slow. */
  #last = { on: EPOCH, number: 0 }

  /** Empty, or from `data` of another thread. */
  constructor(data?: ColumnData) {
    this.#days = new Column('day', data)
  }

  /** Sets the date at an index. */
  set(index: number, on: IsoDate): void {
    if (on !== this.#last.on) this.#last = { on, number: dayNumberOf(on) }
    this.#days.set(index, this.#last.number)
  }

  /** The date at an index. */
  at(index: number): IsoDate {
    return addDays(EPOCH, this.#days.at(index))
  }

  /** The date at an index as a day number. */
  numberAt(index: number): number {
    return this.#days.at(index)
  }

  /** The indexes from `start` on whose day number is from `first` to `last` (inclusive), in order. */
  indexesBetween(first: number, last: number, start: number): number[] {
    return this.#days.indexesBetween(first, last, start)
  }

  /** The content for another thread. */
  data(): ColumnData {
    return this.#days.data()
  }
}
