import { create } from 'zustand'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type {
  AppliedStatement,
  OnlyInBook,
  RowState,
  StatementMatch,
  StatementQuestion,
  StatementRow,
} from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import type { DecodedText } from '../../../shared/reconcile/statement-text.ts'
import type { Job } from '../../state/job.ts'

/**
 * The list that is shown: all rows, those of one state, or the entries that no row is placed on.
 */
export type StatementList = 'all' | RowState | 'book'

/** The reason why a file is no statement; `gone`: it can no longer be read. */
export type UnreadableReason = Extract<DecodedText, { ok: false }>['reason'] | 'gone'

/** A row as the person edited it. */
export interface EditedRow {
  readonly command: EscrowCommandInput
  /** Recorded before it. */
  readonly before: readonly EscrowCommandInput[]
  /** The choice in words. */
  readonly what: string
}

/** The rows that are ticked: a base, and by line what differs from it. */
export interface Ticks {
  readonly base: 'sure' | 'all' | 'none'
  /** Ticked beyond the base, with the row's effect on the balance in minor units. */
  readonly plus: ReadonlyMap<number, Minor>
  /** Unticked from the base, with the same. */
  readonly minus: ReadonlyMap<number, Minor>
  /** Ticked as the person changed them. */
  readonly edited: ReadonlyMap<number, EditedRow>
}

/** The ticks to start with: the sure rows. */
export const SURE_ROWS: Ticks = { base: 'sure', plus: new Map(), minus: new Map(), edited: new Map() }

/** The state of a statement from reading it until it is closed. */
export interface StatementView {
  readonly file: string
  readonly text: string
  /** As the person is choosing them; undefined for those that are kept or known. */
  readonly columns: StatementColumns | undefined
  readonly list: StatementList
  /** The pages of the list, by number. Old pages stay until the new ones have been read. */
  readonly rows: Readonly<Record<number, readonly StatementRow[]>>
  readonly entries: Readonly<Record<number, readonly OnlyInBook[]>>
  readonly ticks: Ticks
  readonly recording: boolean
  /** The result of the last recording. */
  readonly applied: AppliedStatement | null
  /** Why it could not be read again; what was read before stays. */
  readonly error: AnswerError | null
}

/** A statement with a question only a person can answer, about its columns. */
export interface AskingStatement extends StatementView {
  readonly phase: 'asking'
  readonly match: StatementMatch & { readonly asks: StatementQuestion }
}

/** A statement next to the book. */
export interface MatchedStatement extends StatementView {
  readonly phase: 'matched'
  readonly match: StatementMatch & { readonly asks: null }
  /** The columns are shown, too. */
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

/** The statement being looked at; it stays while the person visits other screens. */
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
