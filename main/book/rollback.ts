import type { BackupRow } from '../../shared/api/backups.ts'
import type { Rollback } from '../../shared/api/book.ts'
import type { BookData } from './checkpoint/checkpoint-data.ts'
import type { Health } from './faults/health.ts'
import type { ChainPosition } from './journal/chain.ts'
import type { Journal } from './journal/journal.ts'

/** The last end of a book that this computer has seen; `at` is the moment (ISO 8601, UTC). */
export interface SeenHead extends ChainPosition {
  readonly entries: number
  readonly at: string
}

/**
 * The heads this computer has seen, kept outside the folders of books, by the hash of a book's
 * first line: a copy of a book is the same book.
 */
export interface SeenHeads {
  of(book: string): SeenHead | undefined
  keep(book: string, head: SeenHead): void
}

/**
 * The rollback of an open book, if it lacks entries that it had: it does not hold the last head
 * seen, or a backup made since has more entries. Undefined if there is none. A restore by the app
 * makes a backup first, which therefore proves nothing, nor do the ones before it. `backups` are
 * newest first.
 */
export function rollbackOf(
  journal: Journal,
  { entries }: BookData,
  seen: SeenHead | undefined,
  backups: readonly BackupRow[],
): Rollback | undefined {
  const restored = backups.find(({ reason }) => reason === 'restore')
  const made = restored === undefined ? backups : backups.filter(({ at }) => at > restored.at)
  const fuller = made.filter(backup => backup.entries > entries)
  const newer = fuller.find(({ at }) => seen === undefined || at > seen.at)
  const isBehind = seen !== undefined && !journal.hasLine(seen)
  if (newer === undefined && !isBehind) return undefined
  const [offered] = fuller.toSorted((one, other) => other.entries - one.entries)
  const known = Math.max(newer?.entries ?? 0, isBehind ? seen.entries : 0)
  return {
    entries: known,
    missing: Math.max(0, known - entries),
    at: newer !== undefined && known === newer.entries ? newer.at : (seen?.at ?? ''),
    ...(offered !== undefined && { backup: { id: offered.id, at: offered.at, entries: offered.entries } }),
  }
}

/** The open files of a book, as far as a rollback needs them. */
interface Files {
  readonly journal: Journal
  readonly db: { readonly data: BookData }
}

interface Context {
  readonly health: Health
  readonly options: { readonly seen?: SeenHeads | undefined; now(): Date }
}

/** Keeps the end of an open book as the last head seen; an empty book has none. */
export function keepSeen({ journal, db }: Files, { options }: Omit<Context, 'health'>): void {
  const book = journal.firstHash
  if (options.seen === undefined || book === undefined) return
  const { position, offset, hash, entries } = db.data
  options.seen.keep(book, { position, offset, hash, entries, at: options.now().toISOString() })
}

/** Ends the rollback of an open book, which goes on from where it is. False if there is none. */
export function acceptRollback(files: Files, context: Context): boolean {
  const { journal, db } = files
  const { health } = context
  if (health.status().rollback === undefined || health.isDamaged) return false
  keepSeen(files, context)
  const { position, offset, hash } = db.data
  journal.allowAppends({ position, offset, hash })
  health.rolledBack(undefined)
  return true
}
