import { z } from 'zod'
import type { IsoDate } from '../dates/calendar.ts'
import { pathSchema } from '../fields.ts'

/** The queries about the book as a whole. */
export const bookQueries = [
  z.strictObject({ type: z.literal('book') }),
  /** Checks the whole chain, and every figure against it. */
  z.strictObject({ type: z.literal('verify') }),
] as const

/** The answers to the queries about the book. */
export interface BookQueryValues {
  book: BookAnswer
  verify: {
    readonly ok: boolean
    readonly entries: number
    readonly head: string
    readonly problems: readonly ChainProblem[]
    readonly figures: CheckedFigures
  }
}

/** The open book: its folder, its size and its health. */
export interface BookAnswer {
  readonly folder: string
  readonly name: string
  readonly format: number
  readonly entries: number
  readonly head: string
  readonly lastBackup: string | null
  readonly health: BookHealth
  readonly readOnly: boolean
  /** The last day of the closed period; null if nothing is closed. */
  readonly closedUntil: IsoDate | null
  readonly today: IsoDate
  /** The end of lists that end today: today, or the day of an entry dated later. */
  readonly latest: IsoDate
  readonly sample: boolean
}

/**
 * The health of the book: the chain is being checked; intact; opened after a torn line was
 * quarantined; damaged and read-only; read-only from a line on that this version does not know.
 */
export interface BookHealth {
  readonly state: 'ok' | 'checking' | 'recovered' | 'damaged' | 'newer'
  readonly message?: string
  readonly line?: number
  /** For a damaged book: the newest good backup, once known, and the number of entries it lacks. */
  readonly backup?: { readonly id: string; readonly at: string; readonly entries: number; readonly missing: number }
  /** The book lacks entries that it had: nothing is recorded until the person has chosen. */
  readonly rollback?: Rollback
}

/**
 * A book that lacks entries it had, `entries` at the moment `at` (ISO 8601, UTC); `missing` is 0 if
 * it has as many but others. `backup` is the one with the most entries.
 */
export interface Rollback {
  readonly entries: number
  readonly missing: number
  readonly at: string
  readonly backup?: { readonly id: string; readonly at: string; readonly entries: number }
}

/** A problem found in the journal: the line's number from 1, a code, a sentence. */
export interface ChainProblem {
  readonly line: number
  readonly code: string
  readonly message: string
}

/**
 * The result of comparing every figure with those that the journal makes. `count` parts were false
 * since the book was opened or last checked, and have been replaced; `differences` names up to 20
 * of them: ids of contracts, `book` for anything else. `message` says it in words, if not `ok`.
 */
export interface CheckedFigures {
  readonly ok: boolean
  readonly count: number
  readonly differences: readonly string[]
  readonly message?: string
}

/** The commands that open, move and create books. They ask the person if `folder` is left out. */
export const bookCommands = [
  z.strictObject({ type: z.literal('open-book'), folder: pathSchema.optional() }),
  /** Takes an absolute path that does not exist yet. The app restarts on it. */
  z.strictObject({ type: z.literal('move-book'), folder: pathSchema.optional() }),
  z.strictObject({ type: z.literal('load-sample') }),
] as const

/** The values of the commands about books. */
export interface BookCommandValues {
  'open-book': { readonly folder: string; readonly name: string }
  'move-book': { readonly folder: string }
  'load-sample': { readonly folder: string }
}
