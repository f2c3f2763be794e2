import type { Answer } from '../../../shared/api/answers.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { ChosenEncoding } from '../../../shared/reconcile/encodings.ts'
import { type StatementMatch, statementShape } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { bridge } from '../../ask/bridge.ts'
import { sha256Of } from '../../ask/fingerprint.ts'
import { LatestOnly } from '../../ask/latest-only.ts'
import { stopJob } from '../../state/job.ts'
import {
  changeView,
  decisionsOf,
  enter,
  type OpenStatement,
  openStatement,
  type StatementList,
  type StatementView,
  SURE_ROWS,
  useStatement,
} from './statement.ts'

const answers = new LatestOnly()
/** The pages being read in this round. */
let pages = new Set<number>()

function beginRound(): () => boolean {
  pages = new Set()
  return answers.begin()
}

/**
 * Reads a file that was chosen or dropped. Its bytes are decoded in the page, so that no path
 * crosses the bridge.
 */
export async function readFile(file: File): Promise<void> {
  const isLatest = beginRound()
  enter({ phase: 'reading', file: file.name, job: null })
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!isLatest()) return
  if (bytes === null) return enter({ phase: 'unreadable', file: file.name, reason: 'gone' })
  // The readers of files are loaded with the first file: the start of the page does not need them.
  const { openStatementFile, encodingSamples } = await import('../../../shared/reconcile/files/open-file.ts')
  const { language } = navigator
  const whole = new Uint8Array(bytes)
  const decoded = await openStatementFile(whole, { language })
  if (!isLatest()) return
  if (!decoded.ok) return enter({ phase: 'unreadable', file: file.name, reason: decoded.reason })
  const fingerprint = { sha256: await sha256Of(bytes), bytes: bytes.byteLength }
  if (!isLatest()) return
  const encoding =
    decoded.open === null
      ? null
      : { bytes: whole, read: decoded.open, samples: encodingSamples(whole, language), firstShape: null }
  const view = newView(file.name, { fingerprint, text: decoded.text, encoding })
  const answer = await askMatch({ text: view.text }, view, 0)
  if (!isLatest()) return
  if (answer.ok) await take(view, answer.value)
  else if (answer.error.code === 'cancelled') enter({ phase: 'stopped', file: file.name })
  else enter({ phase: 'refused', file: file.name, error: answer.error })
}

const newView = (file: string, content: Pick<StatementView, 'fingerprint' | 'text' | 'encoding'>): StatementView => ({
  file,
  ...content,
  columns: undefined,
  list: 'all',
  rows: {},
  entries: {},
  ticks: SURE_ROWS,
  recording: false,
  applied: null,
  error: null,
})

/** Closes the statement; pending answers are ignored. */
export function closeStatement(): void {
  beginRound()
  enter({ phase: 'none' })
}

/** Reads the statement again after the book, the columns or the list changed. */
export async function readAgain(): Promise<void> {
  const before = openStatement()
  if (before === null) return
  const isLatest = beginRound()
  let answer = await askMatch({ statement: before.match.statement }, before, 0)
  // Main keeps only a few statements in memory.
  if (!answer.ok && answer.error.code === 'unreadable-statement')
    answer = await askMatch({ text: before.text }, before, 0)
  const open = openStatement()
  if (!isLatest() || open === null) return
  if (answer.ok) await take(open, answer.value)
  else if (answer.error.code === 'cancelled') enter({ phase: 'stopped', file: open.file })
  else enter({ ...open, error: answer.error })
}

/** The time after the last tick at which the statement is matched with the decisions so far. */
const AFTER_TICK_MS = 150
let soon: ReturnType<typeof setTimeout> | undefined

/** Reads the statement again once no more ticks follow: offers build on the rows ticked so far. */
export function readAgainSoon(): void {
  clearTimeout(soon)
  soon = setTimeout(() => void readAgain(), AFTER_TICK_MS)
}

/**
 * Shows an answer. If main's guess may be complete, it is tried at once, for the person to review.
 */
async function take(view: StatementView | OpenStatement, match: StatementMatch): Promise<void> {
  const firstShape = view.encoding?.firstShape ?? statementShape(match.header)
  const encoding = view.encoding && { ...view.encoding, firstShape }
  const { asks, columns } = match
  // Chosen before, for files of this shape.
  if (asks === 'encoding' && columns.encoding !== undefined && columns.encoding !== encoding?.read)
    return recode({ ...view, encoding }, columns.encoding, undefined)
  if (isGuessed(match, view.columns)) {
    enter(opened({ ...view, encoding, columns }, match))
    return readAgain()
  }
  const [rows, entries] = [{ 0: match.rows }, { 0: match.onlyInBook }]
  // Only a person answers these two: the guess must not come back as an answer.
  const isOpen = asks === 'encoding' || asks === 'titles'
  const used = asks === null || isOpen ? view.columns : columns
  enter(opened({ ...view, encoding, columns: used, rows, entries, error: null }, match))
}

/** True if the answer to a question was guessed and has not been tried. */
function isGuessed({ asks, columns }: StatementMatch, tried: StatementColumns | undefined): boolean {
  switch (asks) {
    case 'columns':
      return (
        tried?.date === undefined &&
        tried?.amount === undefined &&
        columns.date !== undefined &&
        columns.amount !== undefined
      )
    case 'direction':
      return tried?.directionOut === undefined && (columns.directionOut ?? []).length > 0
    case 'status':
      return tried?.statusDone === undefined && (columns.statusDone ?? []).length > 0
    default:
      return false
  }
}

/** After a question about the columns, the form stays until the person confirms them. */
function opened(view: StatementView | OpenStatement, match: StatementMatch): OpenStatement {
  const { asks } = match
  if (asks !== null) return { ...view, phase: 'asking', match: { ...match, asks } }
  const mapping = 'phase' in view && (view.phase === 'asking' || view.mapping)
  return { ...view, phase: 'matched', match: { ...match, asks }, mapping }
}

/** Reads the file's letters in another encoding, which a person chose. */
export async function chooseEncoding(encoding: ChosenEncoding): Promise<void> {
  const open = openStatement()
  if (open !== null) await recode(open, encoding, { encoding })
}

async function recode(
  view: StatementView | OpenStatement,
  encoding: ChosenEncoding,
  columns: StatementColumns | undefined,
): Promise<void> {
  if (view.encoding === null) return
  const isLatest = beginRound()
  const { openStatementFile } = await import('../../../shared/reconcile/files/open-file.ts')
  const decoded = await openStatementFile(view.encoding.bytes, { language: navigator.language, encoding })
  if (!isLatest()) return
  if (!decoded.ok) return enter({ phase: 'unreadable', file: view.file, reason: decoded.reason })
  const again = {
    ...view,
    text: decoded.text,
    columns,
    encoding: { ...view.encoding, read: encoding },
    ticks: SURE_ROWS,
  }
  const answer = await askMatch({ text: decoded.text }, again, 0)
  if (!isLatest()) return
  if (answer.ok) await take(again, answer.value)
  else enter({ phase: 'refused', file: view.file, error: answer.error })
}

/** Reads a page of the list, unless it has been read or requested. */
export async function loadRows(page: number): Promise<void> {
  const open = openStatement()
  if (open === null || pages.has(page) || (open.list === 'book' ? open.entries : open.rows)[page] !== undefined) return
  const isLatest = answers.join()
  const underWay = pages
  underWay.add(page)
  const answer = await askMatch({ statement: open.match.statement }, open, page)
  underWay.delete(page)
  if (!isLatest() || !answer.ok) return
  const { rows, onlyInBook } = answer.value
  changeView(now => ({ rows: { ...now.rows, [page]: rows }, entries: { ...now.entries, [page]: onlyInBook } }))
}

function askMatch(
  which: { readonly text: string } | { readonly statement: string },
  { list, columns, encoding, ticks }: Pick<StatementView, 'list' | 'columns' | 'encoding' | 'ticks'>,
  page: number,
): Promise<Answer<StatementMatch>> {
  return bridge.query({
    type: 'match-statement',
    ...which,
    ...decisionsOf(ticks),
    folded: true,
    ...(columns === undefined ? {} : { columns }),
    ...(encoding === null ? {} : { encoding: encoding.read }),
    ...(list === 'all' || list === 'book' ? {} : { state: list }),
    offset: page * PAGE_LIMIT,
    limit: PAGE_LIMIT,
  })
}

/** Shows another list of rows. */
export function showList(list: StatementList): void {
  changeView(() => ({ list }))
  void readAgain()
}

/** Stops reading. */
export function stopReading(): void {
  const state = useStatement.getState()
  if (state.phase === 'reading') stopJob(state.job)
}

/** Follows the progress of reading; returns an unsubscribe function. */
export function followProgress(): () => void {
  return bridge.on('progress', ({ job: name, done, total }) => {
    const state = useStatement.getState()
    if (!name.startsWith('statement-') || state.phase !== 'reading') return
    enter({ ...state, job: { name, percent: total === 0 ? 0 : Math.floor((done / total) * 100) } })
  })
}
