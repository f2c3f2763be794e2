import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { type FileHints, type OpenedFile, openStatementFile } from '../../../../shared/reconcile/files/open-file.ts'

/** The bytes of a fixture. */
export const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))

/** Opens bytes or a text, in an English system unless told otherwise. */
export function opened(content: Uint8Array | string, hints: Partial<FileHints> = {}): Promise<OpenedFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return openStatementFile(bytes, { language: 'en', ...hints })
}

/** Opens a file that must be readable, and returns its rows by title, and their lines. */
export async function rowsOf(content: Uint8Array | string): Promise<readonly Record<string, string>[]> {
  const file = await opened(content)
  if (!file.ok) throw new Error(file.reason)
  return Papa.parse<Record<string, string>>(file.text, { header: true, skipEmptyLines: true, delimiter: '\t' }).data
}

/** The parts of a row that most tests look at. */
export const brief = (row: Record<string, string>): readonly (string | undefined)[] => [
  row['Day'],
  row['Amount'],
  row['Currency'],
  row['Party'],
  row['Id'],
  row['Status'],
]
