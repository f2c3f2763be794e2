import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { COLUMN_WORDS_MOST, columnOfWords, wordKey, wordList, wordsAt } from './cell-words.ts'
import type { Table } from './table.ts'

/** Words that mean money out, in the languages of the statements seen so far. */
const OUT = wordList(
  `out|dr|dr.|d|debit|debits|dbit|debited|outgoing|outflow|sent|send|expense|withdrawal|paid_out|money_out|s|soll|lastschrift|
  belastung|ausgang|ausgabe|af|uitgaand|uit|dare|addebito|uscita|debe|cargo|gasto|salida|egreso|débit|débits|sortant|sortie|
  dépense|débito|débitos|saída|despesa|debet|ut|utgift|wn|obciążenie|wydatek|výdaj|na_vrub|terhelés|支出|出金`,
)
/** Words that mean money in. */
const IN = wordList(
  `in|cr|cr.|c|credit|credits|crdt|credited|incoming|inflow|received|receive|income|deposit|paid_in|money_in|h|haben|gutschrift|
  eingang|einnahme|bij|inkomend|avere|accredito|entrata|haber|abono|ingreso|entrada|crédit|crédits|entrant|entrée|recette|
  crédito|créditos|receita|k|kredit|inkomst|ma|uznanie|wpływ|příjem|ve_prospěch|jóváírás|收入|入金`,
)
/** Words for a move between a person's own accounts. */
const OWN = wordList('neutral|internal|self|own|transfer|exchange')

/** The meaning of a row's word beside its amount. */
export type Direction = 'in' | 'out' | 'own'

/** A column that says which way money went, and the words of it that mean out. */
export interface DirectionColumn {
  readonly index: number
  of(word: string): Direction
}

/** The way to read directions, or the columns to ask a person about. */
export type ReadDirection =
  | { readonly asks: true; readonly columns: Pick<StatementColumns, 'direction' | 'directionOut'> }
  | { readonly asks: false; readonly column: DirectionColumn | undefined }

const isKnown = (word: string): boolean => OUT.has(word) || IN.has(word) || OWN.has(word)

/** True for a column title's words that can only say which way money went. */
const saysDirection = (words: readonly string[]): boolean => words.some(word => OUT.has(word)) && words.every(isKnown)

/**
 * The column that says which way money went. Asks if a named one has a word that is not known; or,
 * if none is named, if no amount has a sign (`isUnsigned`) and a column has a few such words.
 */
export function directionIn(
  table: Table,
  { direction, directionOut }: StatementColumns,
  { index, taken, isUnsigned }: { index: number; taken: readonly number[]; isUnsigned: () => boolean },
): ReadDirection {
  if (index >= 0) {
    const words = wordsAt(table, index)
    if (directionOut === undefined && !words.every(isKnown))
      return { asks: true, columns: { ...(direction !== undefined && { direction }), directionOut: outOf(words) } }
    return { asks: false, column: { index, of: meaningOf(words, directionOut) } }
  }
  if (directionOut !== undefined) return { asks: false, column: undefined }
  const found = columnOfWords(table, taken, saysDirection)
  if (found === undefined || !isUnsigned()) return { asks: false, column: undefined }
  return { asks: true, columns: { direction: table.header[found.index] ?? '', directionOut: outOf(found.words) } }
}

const outOf = (words: readonly string[]): string[] => words.filter(word => OUT.has(word)).slice(0, COLUMN_WORDS_MOST)

/** With the words that mean out given, the only other word means in; of several, those known to. */
function meaningOf(words: readonly string[], given: readonly string[] | undefined): (word: string) => Direction {
  const out = given === undefined ? OUT : new Set(given.map(wordKey))
  const others = words.filter(word => !out.has(word) && !OWN.has(word))
  return word => {
    const key = wordKey(word)
    if (out.has(key)) return 'out'
    return (others.length === 1 && others[0] === key) || IN.has(key) ? 'in' : 'own'
  }
}
