import type { AnswerError } from '../../../shared/api/answers.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import { statementShape } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { prefer } from '../../state/preferences.ts'
import { changeView, enter, type OpenStatement, openStatement, SURE_ROWS, useStatement } from './statement.ts'
import { readAgain } from './statement-reading.ts'

/** The parts of a row that a column can hold. */
export const ROLES = [
  'date',
  'amount',
  'amountOut',
  'direction',
  'currency',
  'id',
  'name',
  'description',
  'kind',
  'status',
  'fee',
  'balance',
  'localAmount',
  'localCurrency',
] as const

/** The columns whose words a person assigns, and the words assigned. */
export const WORDS_OF = { direction: 'directionOut', status: 'statusDone' } as const

/**
 * Returns the columns by which a statement is read: those the person is choosing, or those in
 * main's answer.
 */
export const columnsInUse = ({ columns, match }: OpenStatement): StatementColumns => columns ?? match.columns

/** Shows or hides the columns; they stay visible while a question is open. */
export function showMapping(mapping: boolean): void {
  const state = useStatement.getState()
  if (state.phase === 'matched') enter({ ...state, mapping })
}

/** A change of columns; an empty title removes one. */
export type ColumnsChange = Partial<Record<keyof StatementColumns, string | readonly string[] | undefined>>

/** The change that chooses a column: another column of words has other words. */
export function columnChosen(name: keyof StatementColumns, title: string): ColumnsChange {
  if (name !== 'direction' && name !== 'status') return { [name]: title }
  return { [name]: title, [WORDS_OF[name]]: title === '' ? [] : undefined }
}

/**
 * Reads the file again with the changed columns at once, so that the rows below serve as a preview.
 */
export function chooseColumns(before: StatementColumns, change: ColumnsChange): void {
  const chosen = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '')
  changeView(() => ({ columns: Object.fromEntries(chosen) as StatementColumns, ticks: SURE_ROWS }))
  void readAgain()
}

/** Reads the titles on another line, from 1; 0 for none. Does nothing for what is no line. */
export function chooseTitles(line: string): void {
  const open = openStatement()
  if (open === null || !/^\d{1,6}$/.test(line) || columnsInUse(open).titles === Number(line)) return
  const { encoding } = columnsInUse(open)
  changeView(() => ({
    columns: { titles: Number(line), ...(encoding !== undefined && { encoding }) },
    ticks: SURE_ROWS,
  }))
  void readAgain()
}

/** Saves the columns for files of this shape. Returns the error if that failed, else null. */
export async function keepColumns(): Promise<AnswerError | null> {
  const open = openStatement()
  if (open === null || open.columns === undefined) return null
  // The line of the titles differs from file to file; one without any has no shape of its own.
  const { titles, ...columns } = open.columns
  const { encoding, firstShape } = { ...open.encoding, ...open.columns }
  const shapes = {
    // Read by the system's code page, other titles may stand there: they lead to the encoding.
    ...(firstShape !== null && firstShape !== undefined && encoding !== undefined && { [firstShape]: { encoding } }),
    [statementShape(open.match.header)]: columns,
  }
  const error = titles === 0 ? null : await prefer({ statementColumns: shapes } satisfies Partial<Preferences>)
  showMapping(false)
  return error
}
