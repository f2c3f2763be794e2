import { create } from 'zustand'
import type { Answer, AnswerError } from '../../../shared/api/answers.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { Minor } from '../../../shared/money/money.ts'
import {
  type AppliedStatement,
  type OnlyInBook,
  type RowState,
  type StatementMatch,
  type StatementRow,
  statementShape,
} from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { type DecodedText, decodeStatement } from '../../../shared/reconcile/statement-text.ts'
import { bridge } from '../../ask/bridge.ts'
import { prefer } from '../../state/preferences.ts'

/** Which rows are shown: all, those of one state, or the entries of the book that no row is of. */
export type StatementList = 'all' | RowState | 'book'

/** Why a file is no statement; `gone`: it cannot be read any more. */
export type UnreadReason = Extract<DecodedText, { ok: false }>['reason'] | 'gone'

/** What the person made of a row. */
export interface EditedRow {
  readonly command: EscrowCommandInput
  /** Recorded ahead of it. */
  readonly before: readonly EscrowCommandInput[]
  /** In words. */
  readonly what: string
}

/** The statement beside the book, as far as it was read, and what is ticked of it. */
export interface StatementState {
  readonly file: string | null
  readonly text: string | null
  readonly reading: { readonly job: string | null; readonly percent: number } | null
  readonly recording: boolean
  readonly stopped: boolean
  readonly unread: UnreadReason | null
  readonly error: AnswerError | null
  readonly match: StatementMatch | null
  /** The columns as the person is choosing them; undefined: those that are kept, or known. */
  readonly columns: StatementColumns | undefined
  readonly mapping: boolean
  readonly list: StatementList
  /**
   * The pages of the list that is shown, by their number. The old ones stay until the new ones are
   * here.
   */
  readonly rows: Readonly<Record<number, readonly StatementRow[]>>
  readonly entries: Readonly<Record<number, readonly OnlyInBook[]>>
  readonly base: 'sure' | 'all' | 'none'
  /** What differs from the base, by line, with what the row does to the balance. */
  readonly plus: ReadonlyMap<number, Minor>
  readonly minus: ReadonlyMap<number, Minor>
  readonly edited: ReadonlyMap<number, EditedRow>
  readonly done: AppliedStatement | null
  /** Counts up when a file is asked for from elsewhere. */
  readonly asked: number
}

/** Those that are sure, and nothing else. */
export const NOTHING_TICKED = { base: 'sure', plus: new Map(), minus: new Map(), edited: new Map() } as const

const START: StatementState = {
  file: null,
  text: null,
  reading: null,
  recording: false,
  stopped: false,
  unread: null,
  error: null,
  match: null,
  columns: undefined,
  mapping: false,
  list: 'all',
  rows: {},
  entries: {},
  ...NOTHING_TICKED,
  done: null,
  asked: 0,
}

/** The statement that is looked at; it stays while one looks at other screens. */
export const useStatement = create<StatementState>()(() => START)

const set = useStatement.setState
/** What was asked last: answers to anything before it come too late. */
let latest = 0

/** Asks the screen to open the system's file dialog. */
export function askForFile(): void {
  set(({ asked }) => ({ asked: asked + 1 }))
}

/**
 * Reads a file that was chosen or dropped. Its bytes are decoded here, where they are: no path goes
 * over the bridge.
 */
export async function readFile(file: File): Promise<void> {
  const call = ++latest
  set({ ...START, asked: useStatement.getState().asked, file: file.name, reading: { job: null, percent: 0 } })
  const bytes = await file.arrayBuffer().catch(() => null)
  if (call !== latest) return
  if (bytes === null) return set({ reading: null, unread: 'gone' })
  const decoded = decodeStatement(new Uint8Array(bytes))
  if (!decoded.ok) return set({ reading: null, unread: decoded.reason })
  set({ text: decoded.text })
  await readAgain()
}

/** Puts the statement aside. */
export function closeStatement(): void {
  latest++
  set({ ...START, asked: useStatement.getState().asked })
}

/** Asks for the statement anew: the book, the columns or the list is another one. */
export async function readAgain(): Promise<void> {
  const { text, match, list, columns } = useStatement.getState()
  if (text === null) return
  const call = ++latest
  const first = match === null ? { text } : { statement: match.statement }
  let answer = await ask({ ...first, list, columns, page: 0 })
  // The app keeps a few statements at hand; one that has gone is given again.
  if (!answer.ok && answer.error.code === 'unreadable-statement' && match !== null)
    answer = await ask({ text, list, columns, page: 0 })
  if (call !== latest) return
  if (!answer.ok)
    return set({
      reading: null,
      stopped: answer.error.code === 'cancelled',
      error: answer.error.code === 'cancelled' ? null : answer.error,
    })
  const { value } = answer
  const { date, amount } = value.columns
  if (value.asks === 'columns' && columns === undefined && date !== undefined && amount !== undefined) {
    // A guess that may be whole is tried at once, and shown to be looked at.
    set({ match: value, columns: value.columns, mapping: true })
    return readAgain()
  }
  set(({ mapping }) => ({
    reading: null,
    stopped: false,
    error: null,
    match: value,
    mapping: mapping || value.asks !== null,
    columns: value.asks === null ? columns : (columns ?? value.columns),
    rows: { 0: value.rows },
    entries: { 0: value.onlyInBook },
  }))
}

const loading = new Set<string>()

/** Reads a page of the list, unless it is there or on its way. */
export async function loadRows(page: number): Promise<void> {
  const { match, list, columns, rows, entries } = useStatement.getState()
  if (match === null || (list === 'book' ? entries : rows)[page] !== undefined) return
  const key = `${latest} ${page}`
  if (loading.has(key)) return
  loading.add(key)
  const call = latest
  const answer = await ask({ statement: match.statement, list, columns, page })
  loading.delete(key)
  if (call !== latest || !answer.ok) return
  set(before => ({
    rows: { ...before.rows, [page]: answer.value.rows },
    entries: { ...before.entries, [page]: answer.value.onlyInBook },
  }))
}

interface Asking {
  readonly text?: string
  readonly statement?: string
  readonly list: StatementList
  readonly columns: StatementColumns | undefined
  readonly page: number
}

function ask({ list, columns, page, ...which }: Asking): Promise<Answer<QueryValues['match-statement']>> {
  return bridge.query({
    type: 'match-statement',
    ...which,
    folded: true,
    ...(columns === undefined ? {} : { columns }),
    ...(list === 'all' || list === 'book' ? {} : { state: list }),
    offset: page * PAGE_LIMIT,
    limit: PAGE_LIMIT,
  })
}

/** Shows another list of rows. */
export function showList(list: StatementList): void {
  set({ list })
  void readAgain()
}

/** Shows how the columns are read, or puts that away. */
export function showMapping(mapping: boolean): void {
  set(({ match }) => ({ mapping: mapping || match?.asks != null }))
}

/** Reads the file by other columns, at once: the rows below are the preview. */
export function chooseColumns(columns: StatementColumns): void {
  set({ columns, ...NOTHING_TICKED })
  void readAgain()
}

/** Keeps the columns for files of this shape. */
export async function keepColumns(): Promise<AnswerError | null> {
  const { match, columns } = useStatement.getState()
  if (match === null || columns === undefined) return null
  const error = await prefer({
    statementColumns: { [statementShape(match.header)]: columns },
  } satisfies Partial<Preferences>)
  set({ mapping: false })
  return error
}

/** Stops reading. */
export function stopReading(): void {
  const { reading } = useStatement.getState()
  if (reading?.job != null) void bridge.execute({ type: 'cancel', job: reading.job })
}

/** Hears how far the reading is; gives back what ends it. */
export function hearProgress(): () => void {
  return bridge.on('progress', ({ job, done, total }) => {
    if (job.startsWith('statement-') && useStatement.getState().reading !== null)
      set({ reading: { job, percent: total === 0 ? 0 : Math.floor((done / total) * 100) } })
  })
}
