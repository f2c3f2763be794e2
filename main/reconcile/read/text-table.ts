import { createHash } from 'node:crypto'
import type { StatementFile } from '../../../shared/contract/statement-import.ts'
import { accepted, type Outcome } from '../../answers/outcome.ts'
import { readTable, type Table } from './table.ts'

/** The SHA-256 of a text in UTF-8, in hexadecimal, and its length in bytes. */
export type TextFingerprint = Omit<StatementFile, 'name'>

/** A table, and the fingerprint of the text it was read from. */
export interface TextTable extends Table {
  readonly text: TextFingerprint
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A text as a table. Refuses and reports progress as `readTable` does. */
export async function readTextTable(...[text, ...rest]: Parameters<typeof readTable>): Promise<Outcome<TextTable>> {
  const table = await readTable(text, ...rest)
  return table.ok
    ? accepted({ ...table.value, text: { sha256: sha256Of(text), bytes: Buffer.byteLength(text) } })
    : table
}
