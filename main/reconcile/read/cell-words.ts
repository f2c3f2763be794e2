import type { Table } from './table.ts'

/** The most different words by which a column can say one thing of each row. */
export const COLUMN_WORDS_MOST = 20
/** More different cells than this, and a column that nobody named says no direction. */
const FEW = 3

/** A column, and its different words in the order of the file. */
interface ColumnOfWords {
  readonly index: number
  readonly words: readonly string[]
}

/** Normalises a cell's word for comparison. */
export const wordKey = (word: string): string => word.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** A list of words for comparison with `wordKey`: bars between them, `_` for the blanks in them. */
export const wordList = (words: string): ReadonlySet<string> =>
  new Set(words.split('|').map(word => wordKey(word.replaceAll('_', ' '))))

/** The different words of a column, normalised; at most `COLUMN_WORDS_MOST`, without the empty. */
export function wordsAt({ rows }: Table, index: number, most = COLUMN_WORDS_MOST): readonly string[] {
  const words = new Set<string>()
  if (index < 0) return []
  for (const { cells } of rows) {
    const word = wordKey(cells[index] ?? '')
    if (word !== '') words.add(word)
    if (words.size > most) break
  }
  return [...words].slice(0, most)
}

/** The first column, other than those taken, whose few words are all as wanted. */
export function columnOfWords(
  table: Table,
  taken: readonly number[],
  isWanted: (words: readonly string[]) => boolean,
): ColumnOfWords | undefined {
  for (const index of table.header.keys()) {
    if (taken.includes(index)) continue
    const words = wordsAt(table, index, FEW + 1)
    if (words.length > 0 && words.length <= FEW && isWanted(words)) return { index, words }
  }
  return undefined
}
