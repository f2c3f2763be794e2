import { create } from 'zustand'
import type { AnswerError, CommandValue } from '../../shared/api/answers.ts'
import type { ContractRow, SummaryRow } from '../../shared/api/contracts.ts'
import type { TimelineRow } from '../../shared/api/ledger.ts'
import type { Preferences } from '../../shared/api/preferences.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'
import type { EscrowCommandInput, RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { ContractView, Stage } from '../../shared/contract/contract.ts'
import type { Text } from '../words/say.tsx'
import type { DialogRequest } from './dialog-request.ts'

/** The columns that the list of contracts can be sorted by. */
export type SortBy = NonNullable<Extract<QueryInput, { type: 'contracts' }>['sort']>['by']

/** The filters and order of the list of contracts. */
export interface ListChoice {
  readonly search: string
  readonly stage: Stage | null
  readonly client: string | null
  readonly currency: string | null
  readonly archived: boolean
  readonly sortBy: SortBy
  readonly descending: boolean
}

/** The list of contracts as far as it has been read. Old pages stay until new ones arrive. */
export interface Listing {
  readonly total: number | null
  /** By page number, from 0. */
  readonly pages: Readonly<Record<number, readonly ContractRow[]>>
  /** The row of the cursor, from 0: arrow keys move it, Enter opens it. */
  readonly cursor: number
  readonly error: AnswerError | null
}

/** The open contract; null parts have not been read. */
export interface Opened {
  readonly contractId: string
  readonly contract: ContractView | null
  readonly timeline: readonly TimelineRow[]
  readonly timelineTotal: number
  readonly error: AnswerError | null
}

/** A message about the last action, shown until the next. */
export interface Toast {
  readonly text: Text
  /** Null if it is about the whole book. */
  readonly contractId: string | null
  /** The command that would undo it, if the toast offers that. */
  readonly undo: EscrowCommandInput | null
  /** The command that would redo what was undone. */
  readonly again: RecordedCommandInput | null
  /** The entry that it offers to correct again. */
  readonly correct?: number
  /** The import that it offers to take back, by the number of its line. */
  readonly import?: number
  readonly warnings: CommandValue['warnings']
}

interface State {
  readonly book: QueryValues['book'] | null
  readonly preferences: Preferences | null
  readonly summary: readonly SummaryRow[] | null
  /** The refusal, if the totals could not be read. */
  readonly summaryError: AnswerError | null
  /** The contracts with the next deadlines, for the sentence above the list. */
  readonly soonest: readonly ContractRow[] | null
  readonly choice: ListChoice
  readonly listing: Listing
  readonly opened: Opened | null
  readonly dialog: DialogRequest | null
  readonly palette: boolean
  readonly toast: Toast | null
}

/**
 * The state shared by screens. Read it with narrow selectors; change it only through the functions
 * of `state/`.
 */
export const useStore = create<State>()(() => ({
  book: null,
  preferences: null,
  summary: null,
  summaryError: null,
  soonest: null,
  choice: {
    search: '',
    stage: null,
    client: null,
    currency: null,
    archived: false,
    sortBy: 'nextDeadline',
    descending: false,
  },
  listing: { total: null, pages: {}, cursor: 0, error: null },
  opened: null,
  dialog: null,
  palette: false,
  toast: null,
}))
