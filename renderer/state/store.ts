import { create } from 'zustand'
import type { AnswerError, CommandValue } from '../../shared/api/answers.ts'
import type { ContractRow, SummaryRow } from '../../shared/api/contracts.ts'
import type { TimelineRow } from '../../shared/api/ledger.ts'
import type { Preferences } from '../../shared/api/preferences.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { ContractView, Stage } from '../../shared/contract/contract.ts'
import type { Text } from '../words/say.tsx'
import type { DialogRequest } from './dialog-request.ts'

/** What the list of contracts is sorted by. */
export type SortBy = NonNullable<Extract<QueryInput, { type: 'contracts' }>['sort']>['by']

/** What of the list is shown, and in which order. */
export interface ListChoice {
  readonly search: string
  readonly stage: Stage | null
  readonly client: string | null
  readonly currency: string | null
  readonly archived: boolean
  readonly sortBy: SortBy
  readonly descending: boolean
}

/**
 * The list of contracts as far as it was read: pages by their number. The old ones stay until the
 * new ones are here.
 */
export interface Listing {
  readonly total: number | null
  readonly pages: Readonly<Record<number, readonly ContractRow[]>>
  /** The row that arrow keys move and Enter opens. */
  readonly cursor: number
  readonly error: AnswerError | null
}

/** The contract that is open on the screen. */
export interface Opened {
  readonly contractId: string
  readonly contract: ContractView | null
  readonly timeline: readonly TimelineRow[]
  readonly timelineTotal: number
  readonly error: AnswerError | null
}

/** What was recorded, said until the next thing happens. */
export interface Toast {
  readonly text: Text
  /** None where it is of the whole book. */
  readonly contractId: string | null
  /** Whether its Undo takes this entry back. */
  readonly undoable: boolean
  /** What was undone, to be done again. */
  readonly again: EscrowCommandInput | null
  readonly warnings: CommandValue['warnings']
}

interface State {
  readonly book: QueryValues['book'] | null
  readonly preferences: Preferences | null
  readonly summary: readonly SummaryRow[] | null
  /** Why there are no totals. */
  readonly summaryError: AnswerError | null
  /** The contracts whose deadlines come first, for the sentence above the list. */
  readonly soonest: readonly ContractRow[] | null
  readonly choice: ListChoice
  readonly listing: Listing
  readonly opened: Opened | null
  readonly dialog: DialogRequest | null
  readonly palette: boolean
  readonly toast: Toast | null
}

/**
 * Everything the screens show. Read it by narrow selectors; change it only through the functions of
 * `state/`.
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
