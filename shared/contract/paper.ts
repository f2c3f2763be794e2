import type { IsoDate } from '../dates/calendar.ts'

/** The kinds of paper: a printed statement, or a year saved for an accountant. */
export type PaperKind = 'statement' | 'year'

/** A file of a paper: its name, and the SHA-256 of its bytes in hexadecimal. */
export type PaperFile = readonly [name: string, sha256: string]

/**
 * A paper that the app printed or saved: the name of its file or folder, its files, and what it
 * covers: the ids of contracts (null for all), its first and last day, and the number of the last
 * entry in the book then. `on` is the day it was printed.
 */
export interface Paper {
  readonly kind: PaperKind
  readonly name: string
  readonly files: readonly PaperFile[]
  readonly contracts: readonly string[] | null
  readonly from: IsoDate
  readonly to: IsoDate
  readonly on: IsoDate
  readonly entries: number
}

/** A paper as an answer names it: its kind, the name of its file or folder, and its days. */
export type PaperName = Pick<Paper, 'kind' | 'name' | 'from' | 'to'>
