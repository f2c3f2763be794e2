import type { EscrowCommandType } from './commands.ts'

/**
 * The kind of money movement that a move records; exports to plain-text accounting tag entries with
 * it.
 */
export type MoneyMove = 'deposit' | 'release' | 'bonus' | 'return' | 'refund' | 'resolution'

/** The names of the moves' icons. */
export type MoveIcon =
  | 'plus'
  | 'pencil'
  | 'bin'
  | 'up-and-down'
  | 'wallet'
  | 'send'
  | 'back'
  | 'coins'
  | 'gift'
  | 'bank'
  | 'no-entry'
  | 'scales'
  | 'door'
  | 'undo'

/** The names of the dialogs for filling in moves. */
export type MoveDialogName =
  | 'fund'
  | 'review'
  | 'amount'
  | 'resolve'
  | 'end'
  | 'confirm'
  | 'milestone'
  | 'edit-contract'
  | 'annotate'

/**
 * The ways to record a move without a dialog: at once; by a milestone's new position; in a form
 * that is not a dialog.
 */
const WITHOUT_DIALOG = ['nothing', 'position', 'own-form'] as const

/** The facts of a move for the engine and the exports. */
interface RecordedFacts {
  /** True if it becomes a numbered entry, which the timeline shows. */
  readonly isEntry: boolean
  /**
   * True if it keeps date order: it may not be dated before the contract's latest unreversed move
   * that also keeps date order (rules.md, Dates).
   */
  readonly keepsDateOrder: boolean
  /**
   * True if its day may not lie in a closed period (rules.md, close books): plan changes, edits,
   * notes and renames are not asked.
   */
  readonly isAskedWhenClosed: boolean
  /** True if it can be a past move of a contract recorded under way. */
  readonly mayBePast: boolean
  /** The money movement it records; null if it never moves money. */
  readonly money: MoneyMove | null
}

/** The facts of a move for the contract screen, if `next` can offer it. */
interface OfferedFacts {
  /**
   * Its place as a move of the whole contract: an outlined or a quiet button in the head, the
   * head's menu, the heading of the milestones, next to unallocated money, or the undo of the
   * latest entry.
   */
  readonly contract: 'outlined' | 'quiet' | 'menu' | 'milestones' | 'unallocated' | 'undo' | null
  /**
   * Its look in a milestone's row. `edit` is quiet, and moves next to the title once the milestone
   * is no longer planned; `positions` is a menu of positions to move it to.
   */
  readonly milestone: 'outlined' | 'quiet' | 'edit' | 'positions' | null
  /** True if it can be the primary button and the contract's next step. */
  readonly isPrimary: boolean
  /** True if the contract summary names it under "You can". */
  readonly inSummary: boolean
  /** The place that shows the reason while it is blocked. */
  readonly whenBlocked: 'summary' | 'milestone' | null
}

/** The facts of a move for recording it from the page. */
interface PageFacts {
  readonly icon: MoveIcon
  /** The dialog for filling it in, or the way it is recorded without one. */
  readonly asks: MoveDialogName | (typeof WITHOUT_DIALOG)[number]
  /** True if the toast that reports it offers Undo. */
  readonly toastOffersUndo: boolean
}

/** All facts of a move, except its rules and its words. */
export interface MoveFacts {
  readonly recorded: RecordedFacts
  /** Null if `next` never offers it. */
  readonly offered: OfferedFacts | null
  readonly page: PageFacts
}

/**
 * The facts of every move. Its order is that of moves in buttons, menus and sentences: most urgent
 * first.
 */
export const MOVE_FACTS = {
  'open-contract': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: true, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'plus', asks: 'own-form', toastOffersUndo: false },
  },
  'approve-refund': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: 'refund' },
    offered: { contract: 'outlined', milestone: null, isPrimary: true, inSummary: true, whenBlocked: null },
    page: { icon: 'back', asks: 'confirm', toastOffersUndo: true },
  },
  'decline-refund': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: 'quiet', milestone: null, isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'no-entry', asks: 'confirm', toastOffersUndo: true },
  },
  'cancel-refund': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: 'quiet', milestone: null, isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'no-entry', asks: 'confirm', toastOffersUndo: true },
  },
  'resolve-dispute': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: 'resolution' },
    offered: { contract: 'outlined', milestone: null, isPrimary: true, inSummary: true, whenBlocked: null },
    page: { icon: 'scales', asks: 'resolve', toastOffersUndo: true },
  },
  'fund-milestone': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: 'deposit' },
    offered: { contract: null, milestone: 'outlined', isPrimary: true, inSummary: true, whenBlocked: 'milestone' },
    page: { icon: 'wallet', asks: 'fund', toastOffersUndo: true },
  },
  release: {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: 'release' },
    offered: {
      contract: 'unallocated',
      milestone: 'outlined',
      isPrimary: true,
      inSummary: true,
      whenBlocked: 'summary',
    },
    page: { icon: 'coins', asks: 'review', toastOffersUndo: true },
  },
  'submit-work': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: null, milestone: 'quiet', isPrimary: false, inSummary: true, whenBlocked: 'summary' },
    page: { icon: 'send', asks: 'confirm', toastOffersUndo: true },
  },
  'request-changes': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: null, milestone: 'quiet', isPrimary: false, inSummary: false, whenBlocked: 'summary' },
    page: { icon: 'back', asks: 'nothing', toastOffersUndo: true },
  },
  'edit-contract': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: { contract: 'menu', milestone: null, isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'pencil', asks: 'edit-contract', toastOffersUndo: true },
  },
  'request-refund': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: 'menu', milestone: 'quiet', isPrimary: false, inSummary: true, whenBlocked: 'summary' },
    page: { icon: 'back', asks: 'amount', toastOffersUndo: true },
  },
  'open-dispute': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: null },
    offered: { contract: 'menu', milestone: 'quiet', isPrimary: false, inSummary: false, whenBlocked: 'summary' },
    page: { icon: 'scales', asks: 'amount', toastOffersUndo: true },
  },
  'return-payment': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: true, mayBePast: true, money: 'return' },
    offered: { contract: 'menu', milestone: null, isPrimary: false, inSummary: false, whenBlocked: 'summary' },
    page: { icon: 'bank', asks: 'amount', toastOffersUndo: true },
  },
  'edit-milestone': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: { contract: null, milestone: 'edit', isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'pencil', asks: 'milestone', toastOffersUndo: true },
  },
  'move-milestone': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: { contract: null, milestone: 'positions', isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'up-and-down', asks: 'position', toastOffersUndo: true },
  },
  'remove-milestone': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: { contract: null, milestone: 'quiet', isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'bin', asks: 'nothing', toastOffersUndo: true },
  },
  bonus: {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: true, mayBePast: true, money: 'bonus' },
    offered: { contract: 'quiet', milestone: null, isPrimary: false, inSummary: false, whenBlocked: 'summary' },
    page: { icon: 'gift', asks: 'amount', toastOffersUndo: true },
  },
  'end-contract': {
    recorded: { isEntry: true, keepsDateOrder: true, isAskedWhenClosed: true, mayBePast: true, money: 'refund' },
    offered: { contract: 'quiet', milestone: null, isPrimary: false, inSummary: true, whenBlocked: 'summary' },
    page: { icon: 'door', asks: 'end', toastOffersUndo: true },
  },
  'add-milestone': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: { contract: 'milestones', milestone: null, isPrimary: false, inSummary: true, whenBlocked: 'summary' },
    page: { icon: 'plus', asks: 'milestone', toastOffersUndo: true },
  },
  reverse: {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: true, mayBePast: false, money: null },
    offered: { contract: 'undo', milestone: null, isPrimary: false, inSummary: false, whenBlocked: 'summary' },
    // To undo an undo, the timeline offers "Do it again" on the reversal, where its effect can be
    // seen.
    page: { icon: 'undo', asks: 'confirm', toastOffersUndo: false },
  },
  'remove-contract': {
    recorded: { isEntry: true, keepsDateOrder: false, isAskedWhenClosed: true, mayBePast: false, money: null },
    offered: { contract: 'menu', milestone: null, isPrimary: false, inSummary: false, whenBlocked: null },
    page: { icon: 'bin', asks: 'confirm', toastOffersUndo: true },
  },
  // Becomes reversals and the entries that follow them, and none of its own.
  correct: {
    recorded: { isEntry: false, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'pencil', asks: 'own-form', toastOffersUndo: false },
  },
  annotate: {
    recorded: { isEntry: false, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'pencil', asks: 'annotate', toastOffersUndo: false },
  },
  'rename-party': {
    recorded: { isEntry: false, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'pencil', asks: 'own-form', toastOffersUndo: false },
  },
  'close-books': {
    recorded: { isEntry: false, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'no-entry', asks: 'own-form', toastOffersUndo: false },
  },
  'take-back-import': {
    recorded: { isEntry: false, keepsDateOrder: false, isAskedWhenClosed: false, mayBePast: false, money: null },
    offered: null,
    page: { icon: 'undo', asks: 'own-form', toastOffersUndo: false },
  },
} as const satisfies Record<EscrowCommandType, MoveFacts>

type Facts = typeof MOVE_FACTS
/** The moves whose facts match `F`. */
type MoveWith<F> = { [T in keyof Facts]: Facts[T] extends F ? T : never }[keyof Facts]

/** Every move, in the order of `MOVE_FACTS`. */
export const MOVE_TYPES = Object.keys(MOVE_FACTS) as readonly EscrowCommandType[]

/** A move that becomes a numbered entry. */
export type EntryMove = MoveWith<{ readonly recorded: { readonly isEntry: true } }>
/** A move that can be a past move of a contract recorded under way. */
export type PastMove = MoveWith<{ readonly recorded: { readonly mayBePast: true } }>
/** A move that `next` can offer. */
export type OfferedMove = MoveWith<{ readonly offered: OfferedFacts }>
/** A move that the contract summary names under "You can". */
export type SummaryMove = MoveWith<{ readonly offered: { readonly inSummary: true } }>
/** A move whose reason the contract summary lists while it is blocked. */
export type ListedWhenBlocked = MoveWith<{ readonly offered: { readonly whenBlocked: 'summary' } }>
/** A move with a dialog, one of `D`. */
export type DialogMove<D extends MoveDialogName = MoveDialogName> = MoveWith<{ readonly page: { readonly asks: D } }>
/** A move that is recorded at once. */
export type AtOnceMove = MoveWith<{ readonly page: { readonly asks: 'nothing' } }>

/** True if a move becomes a numbered entry. */
export function isEntryMove(type: EscrowCommandType): type is EntryMove {
  return MOVE_FACTS[type].recorded.isEntry
}

/** True if a move has a dialog. */
export function hasDialog<T extends EscrowCommandType>(type: T): type is T & DialogMove {
  return !WITHOUT_DIALOG.some(way => way === MOVE_FACTS[type].page.asks)
}

/** True if a move is recorded at once. */
export function isRecordedAtOnce<T extends EscrowCommandType>(type: T): type is T & AtOnceMove {
  return MOVE_FACTS[type].page.asks === 'nothing'
}

/** True if the contract summary names a move under "You can". */
export function isInSummary(type: OfferedMove): type is SummaryMove {
  return MOVE_FACTS[type].offered.inSummary
}

/** True if the contract summary lists the reason of a blocked move. */
export function isListedWhenBlocked(type: OfferedMove): type is ListedWhenBlocked {
  return MOVE_FACTS[type].offered.whenBlocked === 'summary'
}

/** `Listed`, which must include all of `_Wanted`: if one is missing, the compiler names it. */
export type Complete<_Wanted extends Listed, Listed> = Listed
