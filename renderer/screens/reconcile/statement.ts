import { create } from 'zustand'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { StatementFile } from '../../../shared/contract/statement-import.ts'
import type { ChosenEncoding } from '../../../shared/reconcile/encodings.ts'
import type { EncodingSample } from '../../../shared/reconcile/files/decode.ts'
import type { FileProblem } from '../../../shared/reconcile/files/file-problem.ts'
import type {
  AppliedStatement,
  OnlyInBook,
  RowState,
  StatementMatch,
  StatementQuestion,
  StatementRow,
} from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import type { Job } from '../../state/job.ts'

/** The current list: all rows, those of one state, or the entries without a row. */
export type StatementList = 'all' | RowState | 'book'

/** The reason a file is not a statement; `gone`: it can no longer be read. */
export type UnreadableReason = FileProblem | 'gone'

/** A row as the person edited it. */
export interface EditedRow {
  readonly command: RecordedCommandInput
  /** Recorded before it. */
  readonly before: readonly RecordedCommandInput[]
  /** The edit in words. */
  readonly what: string
}

/** The ticked rows: a base, plus exceptions by line. */
export interface Ticks {
  readonly base: 'sure' | 'all' | 'none'
  /** The lines ticked in addition to the base. */
  readonly plus: ReadonlySet<number>
  /** The lines unticked from the base. */
  readonly minus: ReadonlySet<number>
  /** Ticked as edited by the person. */
  readonly edited: ReadonlyMap<number, EditedRow>
}

/** The initial ticks: the sure rows. */
export const SURE_ROWS: Ticks = { base: 'sure', plus: new Set(), minus: new Set(), edited: new Map() }

/** The ticks as main takes them, to record the rows or to say what that would lead to. */
export function decisionsOf({ base, plus, minus, edited }: Ticks) {
  return {
    ticked: base,
    lines: [...plus],
    except: [...minus],
    edited: [...edited].map(([line, { command, before }]) => ({
      line,
      command,
      ...(before.length > 0 && { before: [...before] }),
    })),
  }
}

/** The bytes of a file that does not say its encoding, and what they read as. */
export interface OpenEncoding {
  readonly bytes: Uint8Array
  /** The encoding that the text was read by. */
  readonly read: ChosenEncoding
  readonly samples: readonly EncodingSample[]
  /** The shape of the file as it was first read; null before that. */
  readonly firstShape: string | null
}

/** The state of a statement, from reading it to closing it. */
export interface StatementView {
  readonly file: string
  /** The SHA-256 of the file's bytes, and their number. */
  readonly fingerprint: Omit<StatementFile, 'name'>
  readonly text: string
  /** Its encoding, if that is for a person to say; null if the file says it. */
  readonly encoding: OpenEncoding | null
  /** Set while the person is choosing them; undefined for saved or known columns. */
  readonly columns: StatementColumns | undefined
  readonly list: StatementList
  /** The pages of the list, by number. Old pages stay until the new ones have been read. */
  readonly rows: Readonly<Record<number, readonly StatementRow[]>>
  readonly entries: Readonly<Record<number, readonly OnlyInBook[]>>
  readonly ticks: Ticks
  readonly recording: boolean
  /** The result of the last recording. */
  readonly applied: AppliedStatement | null
  /** The reason the last reading failed; the previous state stays. */
  readonly error: AnswerError | null
}

/** A statement with a question about its columns, which only a person can answer. */
export interface AskingStatement extends StatementView {
  readonly phase: 'asking'
  readonly match: StatementMatch & { readonly asks: StatementQuestion }
}

/** A statement matched with the book. */
export interface MatchedStatement extends StatementView {
  readonly phase: 'matched'
  readonly match: StatementMatch & { readonly asks: null }
  /** True if the columns are shown too. */
  readonly mapping: boolean
}

/** A statement that has been read. */
export type OpenStatement = AskingStatement | MatchedStatement

/** The statement of the screen Reconcile. */
export type StatementState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading'; readonly file: string; readonly job: Job | null }
  | { readonly phase: 'stopped'; readonly file: string }
  | { readonly phase: 'unreadable'; readonly file: string; readonly reason: UnreadableReason }
  | { readonly phase: 'refused'; readonly file: string; readonly error: AnswerError }
  | OpenStatement

/** The open statement; it survives a visit to another screen. */
export const useStatement = create<StatementState>()(() => ({ phase: 'none' }))

/** Moves to another phase. */
export const enter = (state: StatementState): void => useStatement.setState(state, true)

/** The statement if it has been read, else null. */
export function openStatement(state = useStatement.getState()): OpenStatement | null {
  return state.phase === 'asking' || state.phase === 'matched' ? state : null
}

/** Changes a statement that has been read; does nothing in any other phase. */
export function changeView(change: (open: OpenStatement) => Partial<StatementView>): void {
  const open = openStatement()
  if (open !== null) enter({ ...open, ...change(open) })
}
