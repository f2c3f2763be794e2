import type { Transaction } from './line.ts'

/** Reads a transaction written in one format as the next one would have it. */
export type Migration = (transaction: Transaction) => Transaction

/**
 * From format 1 to 2, from 2 to 3, and so on, without gaps: the place in the list is the number. A
 * journal's lines are never written anew, for that would change every hash a person may have
 * printed: older lines are read through these, new ones are written in the newest format.
 */
export const MIGRATIONS: readonly Migration[] = []

/** The format that a book with these migrations writes, and the newest it knows. */
export function formatOf(migrations: readonly Migration[]): number {
  return migrations.length + 1
}

/** A transaction as the newest format has it. */
export function migrated(transaction: Transaction, migrations: readonly Migration[]): Transaction {
  const format = formatOf(migrations)
  const current = migrations.slice(transaction.format - 1).reduce((older, migration) => migration(older), transaction)
  return current.format === format ? current : { ...current, format }
}
