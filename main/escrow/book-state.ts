import type { CommandOf } from '../../shared/contract/commands.ts'
import type { BookEvent, BookRecord } from '../../shared/contract/events.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { refuse } from './rules/verdict.ts'

/** The book as a whole, folded from its own records: plain JSON. */
export interface BookState {
  /** The last day of the closed period; null if nothing is closed (rules.md, close books). */
  readonly closedUntil: IsoDate | null
  /** The papers that were printed or saved, in the order of recording. */
  readonly papers: readonly Paper[]
}

/** The state of a book without records of its own. */
export const NEW_BOOK: BookState = { closedUntil: null, papers: [] }

/** A command about the book as a whole. */
export type BookCommand = CommandOf<'close-books'>

/** The events of an accepted command about the book, or its refusal. */
export type BookDecision =
  | { readonly ok: true; readonly events: readonly BookEvent[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** Decides a command about the book. Refuses closing today or later (`date-in-future`). */
export function decideBook({ until }: BookCommand, today: IsoDate): BookDecision {
  if (until !== null && until >= today)
    return {
      ok: false,
      refusal: refuse('date-in-future', { today: { day: today } }, { variant: 'close', field: 'until' }),
    }
  return { ok: true, events: [{ type: 'books-closed', until }] }
}

/** Folds one more record of the book into its state. */
export function bookFolded(state: BookState, { events }: BookRecord): BookState {
  return events.reduce(withBookEvent, state)
}

function withBookEvent(state: BookState, event: BookEvent): BookState {
  switch (event.type) {
    case 'books-closed':
      return { ...state, closedUntil: event.until }
    case 'paper-kept': {
      const { type: _, ...paper } = event
      return { ...state, papers: [...state.papers, paper] }
    }
    // The index of the journal finds them; nothing is decided on them.
    case 'statement-applied':
    case 'import-taken-back':
      return state
    default:
      return missingCase(event)
  }
}
