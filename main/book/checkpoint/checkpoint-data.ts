import { type BookState, NEW_BOOK } from '../../escrow/book-state.ts'
import { START } from '../journal/chain.ts'
import type { AccountRecord } from './account-record.ts'
import type { ContractRecord } from './contract-record.ts'

/**
 * The checkpoint format that this app writes, and the newest it can read. An older checkpoint is
 * rebuilt from the journal.
 */
export const CHECKPOINT_FORMAT = 5

/**
 * The version of the fold. Raise it with every change after which some journal makes other records:
 * in `evolve` and what it calls, in the fold of reversals, in daily flows or in annotations. A
 * checkpoint of another version counts as older, so that no figure of an earlier fold is believed.
 */
export const FOLD_VERSION = 2

/**
 * lowdb's `db.data`: the live state, which commands read and change, and the position in the
 * journal that it covers.
 */
export interface BookData {
  format: number
  /** The format the journal's lines were read as; after a migration they are folded again. */
  journalFormat: number
  /** The version of the fold that made the records. */
  fold: number
  position: number
  offset: number
  hash: string
  entries: number
  book: BookState
  /** By id. */
  accounts: Record<string, AccountRecord>
  /** By id; files have their place before anything is kept there. */
  files: Readonly<Record<string, never>>
  contracts: Record<string, ContractRecord>
}

/** The state of a book without entries, whose journal is read as `journalFormat`. */
export function emptyData(journalFormat: number): BookData {
  return {
    format: CHECKPOINT_FORMAT,
    journalFormat,
    fold: FOLD_VERSION,
    ...START,
    entries: 0,
    book: NEW_BOOK,
    accounts: {},
    files: {},
    contracts: {},
  }
}

/** A contract's record; undefined for an id that is not a contract's, even `__proto__`. */
export function recordIn(
  contracts: Readonly<Record<string, ContractRecord>>,
  contractId: string,
): ContractRecord | undefined {
  return Object.hasOwn(contracts, contractId) ? contracts[contractId] : undefined
}
