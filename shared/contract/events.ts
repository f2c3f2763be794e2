import type { AccountEntry } from '../account/events.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { ContractAttributes, EditableAttribute, OpeningAttribute, Side } from './attributes.ts'
import type { RecordedCommandType } from './commands.ts'
import type { Paper } from './paper.ts'
import type { RecordedPolicy } from './policy.ts'
import type { StatementImport } from './statement-import.ts'

/** The three kinds of fee (rules.md, Money). */
export type FeeKind = 'client' | 'freelancer' | 'contract'
/** A part of escrow: held by a milestone, or unallocated (`null`). */
export interface EscrowPart {
  readonly milestoneId: string | null
  readonly amount: Minor
}
/** A planned milestone. */
export interface PlannedMilestone {
  readonly id: string
  readonly title: string
  readonly amount: Minor
  readonly due: IsoDate | null
}

interface ContractOpened extends Pick<ContractAttributes, Exclude<OpeningAttribute, 'policy' | 'account'>> {
  readonly type: 'contract-opened'
  /** The account it pays into; left out for none. */
  readonly account?: string
  readonly policy: RecordedPolicy
  readonly decimals: number
  readonly milestones: readonly PlannedMilestone[]
}

interface ContractEdited extends Partial<Pick<ContractAttributes, Exclude<EditableAttribute, 'policy'>>> {
  readonly type: 'contract-edited'
  readonly policy?: RecordedPolicy
}

/** A fee in minor units; `told` where the command gave it, in place of the policy's. */
interface ChargedFee {
  readonly fee: Minor
  readonly told?: true
}

/**
 * Something that happened, in the past tense. The journal keeps only these; balances, deadlines,
 * postings and reports are all derived from them. The outcome of every rule (amounts, fees,
 * reserved parts, deadlines) is stored in the event, so that a later change of policy never changes
 * the past.
 */
export type EscrowEvent =
  | ContractOpened
  | ContractEdited
  | { readonly type: 'milestone-added'; readonly milestone: PlannedMilestone }
  | {
      readonly type: 'milestone-edited'
      readonly milestoneId: string
      readonly title?: string
      readonly amount?: Minor
      readonly due?: IsoDate | null
    }
  /** `title` is its last title, since the contract no longer has it. */
  | { readonly type: 'milestone-removed'; readonly milestoneId: string; readonly title: string }
  | { readonly type: 'milestone-moved'; readonly milestoneId: string; readonly to: number }
  /**
   * All that a partly-paid milestone held becomes unallocated, and the milestone is paid (funding
   * `one`, step 1).
   */
  | { readonly type: 'remainder-carried'; readonly milestoneId: string; readonly amount: Minor }
  /**
   * `amount` = `carried` (from unallocated money) + `deposit`; it becomes the milestone's amount.
   * `fee` and `contractFee` are charged on top.
   */
  | ({
      readonly type: 'milestone-funded'
      readonly milestoneId: string
      readonly amount: Minor
      readonly carried: Minor
      readonly deposit: Minor
      readonly contractFee: Minor
    } & ChargedFee)
  | { readonly type: 'work-submitted'; readonly milestoneId: string; readonly deadline: IsoDate | null }
  | { readonly type: 'changes-requested'; readonly milestoneId: string }
  /**
   * `amount` is gross; the freelancer gets `amount` − `fee`. `available` is the day it arrives;
   * null if the policy does not set the delay.
   */
  | ({
      readonly type: 'released'
      readonly milestoneId: string | null
      readonly amount: Minor
      readonly available: IsoDate | null
    } & ChargedFee)
  | ({ readonly type: 'bonus-paid'; readonly amount: Minor; readonly available: IsoDate | null } & ChargedFee)
  /** `credit` is the freelancer fee credited with it. */
  | { readonly type: 'payment-returned'; readonly amount: Minor; readonly credit: Minor }
  | {
      readonly type: 'refund-requested'
      readonly amount: Minor
      readonly milestoneId: string | null
      readonly reserved: readonly EscrowPart[]
      readonly deadline: IsoDate | null
      readonly reason: string | null
      /** True for a refund that ends the contract. */
      readonly ending: boolean
    }
  /** The reserved money is refunded; `credit` is the client fee credited with it. */
  | { readonly type: 'refunded'; readonly parts: readonly EscrowPart[]; readonly credit: Minor }
  | { readonly type: 'refund-declined' }
  | { readonly type: 'refund-cancelled' }
  | {
      readonly type: 'dispute-opened'
      readonly amount: Minor
      readonly milestoneId: string | null
      readonly reserved: readonly EscrowPart[]
      readonly deadline: IsoDate | null
      readonly reason: string | null
    }
  | {
      readonly type: 'dispute-resolved'
      readonly released: readonly EscrowPart[]
      readonly refunded: readonly EscrowPart[]
      /** The freelancer fee on the released part. */
      readonly fee: Minor
      readonly available: IsoDate | null
      /** The client fee credited with the refunded part. */
      readonly credit: Minor
    }
  /**
   * Planned milestones become cancelled. `contractCredit` is the contract fee credited if nothing
   * was ever paid out.
   */
  | { readonly type: 'contract-ended'; readonly by: Side; readonly contractCredit: Minor }
  | { readonly type: 'entry-reversed'; readonly entry: number }
  | {
      readonly type: 'entry-annotated'
      readonly entry: number
      readonly reference?: string | null
      readonly note?: string | null
    }
  /** The contract was opened by mistake, and is in no list and no total any more. */
  | { readonly type: 'contract-removed' }
  /** `side` is the party in this contract that is renamed. */
  | { readonly type: 'party-renamed'; readonly from: string; readonly to: string; readonly side: Side }

/** The type of an event. */
export type EscrowEventType = EscrowEvent['type']
/** The event of one type. */
export type EventOf<T extends EscrowEventType> = Extract<EscrowEvent, { type: T }>

/**
 * The record of one accepted command in one contract. `entry` numbers entries through the whole
 * book from 1; it is null for `annotate` and `rename-party`, which are recorded but are not
 * entries. `on` is the day it happened. `corrects` is the entry that it replaces, if a correction
 * recorded it.
 */
export interface Entry {
  readonly entry: number | null
  readonly contract: string
  readonly type: RecordedCommandType
  readonly on: IsoDate
  readonly reference?: string
  readonly note?: string
  readonly corrects?: number
  readonly events: readonly EscrowEvent[]
}

/** Something that happened to the book as a whole. */
export type BookEvent =
  /** Nothing dated on or before `until` is accepted any more; null reopens everything. */
  | { readonly type: 'books-closed'; readonly until: IsoDate | null }
  /** A paper was printed or saved; its bytes are named by their hash. */
  | ({ readonly type: 'paper-kept' } & Paper)
  /** The records beside it are those of an import. */
  | ({ readonly type: 'statement-applied' } & StatementImport)
  /** The records beside it make the book what it would be without that line. */
  | { readonly type: 'import-taken-back'; readonly import: number }

/**
 * The record of a command about the book as a whole; never a numbered entry. `keep-paper` and
 * `apply-statement` are recorded by the app itself, when it prints and imports.
 */
export interface BookRecord {
  readonly entry: null
  readonly of: 'book'
  readonly type: 'close-books' | 'keep-paper' | 'apply-statement' | 'take-back-import'
  readonly reference?: string
  readonly note?: string
  readonly events: readonly BookEvent[]
}

/** A record of the journal: of a contract, or else of what `of` names. */
export type JournalRecord = Entry | BookRecord | AccountEntry

/** True if a record is of a contract. */
export function isOfContract(record: JournalRecord): record is Entry {
  return 'contract' in record
}

/** True if a record only keeps a paper, which changes nothing that a paper shows. */
export function isOfPaper(record: JournalRecord): boolean {
  return isOfBook(record) && record.type === 'keep-paper'
}

/** True if a record is of the book as a whole. */
export function isOfBook(record: JournalRecord): record is BookRecord {
  return 'of' in record && record.of === 'book'
}

/** True if a record is of a platform's account. */
export function isOfAccount(record: JournalRecord): record is AccountEntry {
  return 'of' in record && /^A\d+$/.test(record.of)
}
