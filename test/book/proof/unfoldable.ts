import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineOf, NO_HASH } from '../../../main/book/journal/line.ts'

/** A line of the journal, as plain JSON. */
interface LineJson {
  readonly format: number
  readonly seq: number
  readonly at: string
  readonly entries: { events: Record<string, unknown>[]; [key: string]: unknown }[]
}

/** Changes the lines of a journal and chains them anew, as anybody can who can write the file. */
export function rechain(folder: string, change: (lines: LineJson[]) => void): void {
  const path = join(folder, 'journal.ndjson')
  const lines: LineJson[] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  change(lines)
  writeFileSync(path, chained(lines))
}

function chained(lines: readonly LineJson[]): string {
  let prev = NO_HASH
  return lines
    .map(({ format, seq, at, entries }) => {
      const { text, hash } = lineOf({ format, seq, at, entries: entries as never }, prev)
      prev = hash
      return text
    })
    .join('')
}

/** Makes the release in a line one of more than there is. */
export function releaseTooMuch(line: number): (lines: LineJson[]) => void {
  return lines => Object.assign(lines[line - 1]?.entries[0]?.events[0] ?? {}, { amount: 99_999_999 })
}
