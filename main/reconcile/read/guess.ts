import { decimalsOf } from '../../../shared/money/currencies.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { isAmount, isDay } from './cell-kinds.ts'
import { CAME_IN, type GuessedRole, PAID_OUT, TITLES } from './guess-titles.ts'

/** A row of a table as far as guessing needs it. */
interface CellRow {
  readonly cells: readonly string[]
}

const LONGEST_TITLE = 80

/** A title in the form in which titles are compared: small letters of ASCII, words apart. */
function plainTitle(title: string): string {
  if (title.length > LONGEST_TITLE) return ''
  return title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/ł/g, 'l')
    .replaceAll(/ø/g, 'o')
    .replaceAll(/æ/g, 'ae')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}€$£]+/gu, ' ')
    .trim()
}

/**
 * Guesses the columns of an unknown header, for a person to confirm; never used unconfirmed. With
 * `rows`, an id is only guessed where all cells differ, and a currency where there are codes.
 */
export function guessedColumns(header: readonly string[], rows?: readonly CellRow[]): StatementColumns {
  const plain = header.map(plainTitle)
  const taken = new Set<number>()
  const guesses: Record<string, string> = {}
  const find = (pattern: RegExp): number => plain.findIndex((title, index) => !taken.has(index) && pattern.test(title))
  const take = (role: string, index: number): void => {
    taken.add(index)
    guesses[role] = header[index] ?? ''
  }
  for (const [role, patterns] of Object.entries(TITLES)) {
    for (const pattern of patterns) {
      const index = find(pattern)
      if (index < 0 || (rows !== undefined && !fits(role as GuessedRole, rows, index))) continue
      take(role, index)
      break
    }
    if (role === 'amount' && guesses['amount'] === undefined) {
      const [into, out] = [find(CAME_IN), find(PAID_OUT)]
      if (into < 0 || out < 0) continue
      take('amount', into)
      take('amountOut', out)
    }
  }
  return guesses
}

/** Tells if the cells of a column are not against a role. */
function fits(role: GuessedRole, rows: readonly CellRow[], index: number): boolean {
  if (role === 'id') return new Set(rows.map(({ cells }) => (cells[index] ?? '').trim())).size === rows.length
  if (role !== 'currency') return true
  return rows.some(({ cells }) => decimalsOf((cells[index] ?? '').trim().toUpperCase()) !== undefined)
}

/** Guesses day and amount of a table without titles by its first cells, for a person to confirm. */
export function guessedByCells({
  header,
  rows,
}: {
  readonly header: readonly string[]
  readonly rows: readonly CellRow[]
}): StatementColumns {
  const [first] = rows
  if (first === undefined) return {}
  const date = first.cells.findIndex(isDay)
  const amount = first.cells.findIndex((cell, index) => index !== date && !isDay(cell) && isAmount(cell))
  return { ...titled('date', header[date]), ...titled('amount', header[amount]) }
}

const titled = (role: 'date' | 'amount', title: string | undefined): StatementColumns =>
  title === undefined ? {} : { [role]: title }
