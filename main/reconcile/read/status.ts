import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { COLUMN_WORDS_MOST, wordKey, wordList, wordsAt } from './cell-words.ts'
import type { Table } from './table.ts'

/** Words for a payment that has happened, in the languages of the statements seen so far. */
const DONE = wordList(
  `completed|complete|executed|cleared|posted|booked|settled|done|succeeded|success|successful|paid|processed|confirmed|final|
  funded|sent|received|abgeschlossen|gebucht|ausgeführt|verbucht|erledigt|bezahlt|terminé|terminée|effectué|effectuée|exécuté|
  exécutée|comptabilisé|payé|completado|completada|ejecutado|ejecutada|liquidado|contabilizado|completato|completata|eseguito|
  eseguita|contabilizzato|concluído|concluída|executado|efetuado|pago|voltooid|uitgevoerd|geboekt|afgerond|verwerkt|
  zakończono|zakończona|zrealizowano|zrealizowana|zaksięgowano|ukończono|dokončeno|provedeno|zaúčtováno|genomförd|slutförd|
  bokförd|gennemført|fullført|bokført|suoritettu|teljesült|tamamlandı|gerçekleşti|проведено|выполнено|завершено|完了|完成|已完成`,
)
/** Words for one that has not, or not any more. */
const NOT_DONE = wordList(
  `pending|processing|in_progress|waiting|authorised|authorized|authorization|cancelled|canceled|reverted|reversed|failed|
  declined|rejected|denied|expired|voided|void|held|hold|on_hold|temporary_hold|unclaimed|scheduled|blocked|incomplete|draft|
  open|not_completed|ausstehend|vorgemerkt|in_behandlung|in_bearbeitung|storniert|abgebrochen|fehlgeschlagen|abgelehnt|
  zurückgezogen|offen|einbehalten|en_attente|en_cours|annulé|annulée|échoué|échouée|refusé|refusée|rejeté|rejetée|bloqué|
  pendiente|en_espera|cancelado|cancelada|fallido|fallida|rechazado|rechazada|denegado|retenido|anulado|revertido|revertida|
  in_attesa|annullato|annullata|sospeso|fallito|fallita|rifiutato|rifiutata|stornato|pendente|em_andamento|em_espera|recusado|
  recusada|falhou|estornado|retido|in_afwachting|in_behandeling|geannuleerd|mislukt|geweigerd|afgewezen|oczekująca|
  oczekujące|oczekuje|w_toku|anulowano|anulowana|odrzucono|odrzucona|nieudana|wstrzymana|čeká|zrušeno|zamítnuto|väntande|
  avbruten|misslyckad|afventer|annulleret|mislykkedes|ventende|avbrutt|odottaa|peruutettu|függőben|törölve|beklemede|iptal|
  başarısız|ожидание|отменено|отклонено|保留中|キャンセル|失敗|处理中|已取消|失败`,
)

/** The titles of a column that says whether a payment has happened. */
const TITLE =
  /^(status|state|transaction status|payment status|transfer status|zustand|statut|état|estado|stato|situação|staat|stan|stav)$/i

/** A column that says whether payments have happened. */
export interface StatusColumn {
  readonly index: number
  isDone(word: string): boolean
}

/** The way to read whether payments have happened, or the columns to ask a person about. */
export type ReadStatus =
  | { readonly asks: true; readonly columns: Pick<StatementColumns, 'status' | 'statusDone'> }
  | { readonly asks: false; readonly column: StatusColumn | undefined }

/**
 * The column that says whether payments have happened. Asks if a named one has a word that is not
 * known, and if none is named but one is titled so and has more than one word.
 */
export function statusIn(table: Table, { status, statusDone }: StatementColumns, index: number): ReadStatus {
  if (index >= 0) {
    const words = wordsAt(table, index)
    if (statusDone === undefined && !words.every(word => DONE.has(word) || NOT_DONE.has(word)))
      return { asks: true, columns: { ...(status !== undefined && { status }), statusDone: doneOf(words) } }
    const done = statusDone === undefined ? DONE : new Set(statusDone.map(wordKey))
    // An empty cell says nothing against the row.
    return { asks: false, column: { index, isDone: word => word.trim() === '' || done.has(wordKey(word)) } }
  }
  if (statusDone !== undefined) return { asks: false, column: undefined }
  const titled = table.header.findIndex(title => TITLE.test(title))
  const words = wordsAt(table, titled)
  if (words.length < 2) return { asks: false, column: undefined }
  return { asks: true, columns: { status: table.header[titled] ?? '', statusDone: doneOf(words) } }
}

const doneOf = (words: readonly string[]): string[] => words.filter(word => DONE.has(word)).slice(0, COLUMN_WORDS_MOST)
