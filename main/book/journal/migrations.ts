import type { Transaction } from './line.ts'

/** Converts a transaction from one format to the next. */
export type Migration = (transaction: Transaction) => Transaction

/**
 * Migrations from format 1 to 2, from 2 to 3, and so on without gaps. Lines of a journal are never
 * rewritten, because that would change hashes that may have been printed: older lines are read
 * through these migrations, new ones are written in the newest format.
 */
export const MIGRATIONS: readonly Migration[] = [
  // Format 2 adds records of the book and of accounts, `corrects`, `told` and `by`. A line of
  // format 1 has none of them and says the same in both.
  transaction => ({ ...transaction, format: 2 }),
]

/** The newest format a book with these migrations can read, and the one it writes. */
export function formatOf(migrations: readonly Migration[]): number {
  return migrations.length + 1
}

/** A transaction converted to the newest format. */
export function migrated(transaction: Transaction, migrations: readonly Migration[]): Transaction {
  const format = formatOf(migrations)
  const current = migrations.slice(transaction.format - 1).reduce((older, migration) => migration(older), transaction)
  return current.format === format ? current : { ...current, format }
}
