import { type Choice, FLAG, oneOf, textOr } from './choice.ts'
import {
  BALANCE_OF,
  CHOSEN_KINDS,
  DATE_ORDERS,
  DECIMAL_MARKS,
  DIFFERENCES,
  LINE_STATES,
  LIST_STATES,
  QUESTIONS,
  QUESTIONS_OR_NONE,
  ROLES,
  STATEMENT_FORMATS,
  UNREAD_REASONS,
  WORD_LISTS,
} from './reconcile-unions.ts'
import {
  ACCOUNTS,
  AMOUNT_FAULTS,
  BACKUP_REASONS,
  BAR_KINDS,
  CARRYING_WAYS,
  DAY_ORDERS,
  DEADLINES,
  ENDED_OR_ENDING,
  FATES,
  FAULTS,
  FEE_ON,
  FORMATS,
  FUNDING,
  HEALTH,
  LEDGER_PERIODS,
  MILESTONE_OR_CONTRACT,
  MILESTONE_STATUS,
  OFFERING,
  PAPER_KINDS,
  PENDING_KINDS,
  PERIODS,
  REPORTS,
  ROWS,
  RULES,
  RUNNING,
  SIDES,
  STAGE,
  STATEMENTS,
  STATUS,
  STRIP_KINDS,
  SUM_KINDS,
  THEMES,
  TO_ACT_ON,
  UNSAVED,
  WAYS,
  WITH_OPERAND,
  YEAR_FORMATS,
} from './unions.ts'

/** The fault of a record that makes no book. */
const FOLD_FAULT = { about: oneOf('entry', 'line'), fault: FAULTS }

/** The selects of the catalogue: what each argument of each message ranges over. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, Choice>>>> = {
  // app
  'menu.quit': { system: oneOf('mac', 'pc') },
  'reminder.title': { kind: TO_ACT_ON },
  'missing.found': { kind: oneOf('book', 'backups') },

  // command-line
  'terminal.wrong.operand': {
    command: WITH_OPERAND,
  },
  'terminal.verify.open': { kind: oneOf('known', 'unknown') },
  'terminal.report.title': { side: SIDES },
  'terminal.import.evidence': { proves: FLAG },
  'terminal.import.asks': { asks: QUESTIONS },
  'terminal.import.mark': { ticked: FLAG },
  'terminal.correct.figure': {
    name: oneOf('escrow', 'unallocated', 'deposited', 'released', 'refunded', 'bonuses', 'returned'),
  },
  'terminal.correct.paper': { kind: PAPER_KINDS },
  'terminal.import.done': { nothing: FLAG },

  // dialogs
  'period.name': {
    name: PERIODS,
  },
  'day.no-such-month': { order: DAY_ORDERS },
  'day.after-last': { isToday: oneOf('yes', 'no') },
  'told.on-usual': { isToday: oneOf('yes', 'no') },
  'period.end': { end: oneOf('from', 'to') },
  'amount.problem': {
    reason: AMOUNT_FAULTS,
  },
  'fund.title': { side: SIDES },
  'fund.subtitle': { hasDue: FLAG },
  'fund.carried-from': { known: FLAG },
  'fund.tell': { carries: FLAG, closes: oneOf('none', 'one', 'many'), spare: FLAG },
  'review.title': { side: SIDES },
  'review.approve': { side: SIDES },
  'review.changes': { side: SIDES },
  'review.send': { side: SIDES },
  'review.limit': { of: oneOf('milestone', 'unallocated') },
  'review.tell': { side: SIDES, hasFee: FLAG, rest: oneOf('none', 'fund', 'stays') },
  'review.tell-changes': { side: SIDES },
  'end.tell': { status: ENDED_OR_ENDING, hasMoney: FLAG },
  'resolve.subtitle': { hasReason: FLAG },
  'toast.nothing-to-undo': { of: oneOf('book', 'contract') },
  'toast.edit-contract': { archived: oneOf('true', 'false', 'same') },
  'toast.fund-milestone': { carries: FLAG },
  'toast.release': { of: MILESTONE_OR_CONTRACT },
  'toast.end-contract': { status: ENDED_OR_ENDING },
  'toast.correct': { removed: FLAG, known: FLAG, to: oneOf('amount', 'fields') },
  'toast.close-books': { open: FLAG },
  'toast.reverse': { known: FLAG },

  // correction
  'undo-papers.title': { known: FLAG },
  'correct.subtitle': { hasAmount: FLAG },
  'correct.limit': { of: oneOf('held', 'unallocated', 'escrow', 'paid', 'least') },
  'correct.no-milestone': { of: oneOf('unallocated', 'contract') },
  'correct.confirm': { to: oneOf('amount', 'fields') },
  'correct.figure': { name: oneOf('released', 'deposited', 'refunded', 'bonuses', 'returned') },
  'correct.fees': { payer: oneOf('client', 'freelancer', 'contract') },
  'correct.status-of': { status: STATUS },
  'correct.untouched': { are: oneOf('none', 'statements', 'years', 'both') },

  // imports
  'imports.format': { format: STATEMENT_FORMATS },
  'take-back.paid': { side: SIDES },

  // contract
  'timeline.corrected': { of: oneOf('amount', 'day', 'details') },
  'timeline.before': { anew: FLAG },
  'timeline.taken-back': { anew: oneOf('none', 'one', 'some') },

  // export
  'export-dialog.format-of': { format: FORMATS },
  'export-dialog.tell': {
    holds: oneOf('deadlines', 'entries'),
    of: oneOf('book', 'contract'),
    restores: oneOf('whole', 'part', 'none'),
  },
  'restore-export.found': { when: textOr('none'), is: oneOf('same', 'more', 'first', 'less') },
  'restore-export.foot': { state: oneOf('none', 'empty', 'full') },

  // moves
  'brief.phrase.fund-milestone': { side: SIDES, carries: oneOf('none', 'all', 'some') },
  'brief.phrase.release': { side: SIDES, submitted: FLAG, of: MILESTONE_OR_CONTRACT },
  'brief.phrase.request-refund': { side: SIDES },
  'timeline.amount': { side: SIDES },
  'timeline.fee': { side: SIDES },
  'brief.blocked.release': { side: SIDES, of: MILESTONE_OR_CONTRACT },
  'brief.blocked.request-refund': { side: SIDES },
  'brief.blocked.bonus': { side: SIDES },
  'amount-move.title.request-refund': { side: SIDES, of: MILESTONE_OR_CONTRACT },
  'amount-move.confirm.request-refund': { side: SIDES },
  'amount-move.confirm.bonus': { side: SIDES },
  'amount-move.tell.request-refund': { side: SIDES },
  'amount-move.title.open-dispute': { of: MILESTONE_OR_CONTRACT },
  'amount-move.tell.return-payment': { hasFee: oneOf('yes', 'credit', 'no') },
  'amount-move.tell.bonus': { side: SIDES, hasFee: oneOf('yes', 'credit', 'no') },
  'confirm-move.tell.approve-refund': { status: STATUS },
  'confirm-move.tell.submit-work': { hasDeadline: FLAG },
  'confirm-move.tell.reverse': { moves: FLAG },

  // store
  'health.checkpoint-false': { aside: oneOf('yes', 'no') },
  'health.unaccepted': FOLD_FAULT,
  'problem.unaccepted': FOLD_FAULT,
  'refusal.bad-input.unaccepted-backup': FOLD_FAULT,
  'refusal.unreadable-statement.unaccepted-export': FOLD_FAULT,

  // help
  'help.files.fate': { fate: FATES },

  // labels
  stage: { stage: STAGE },
  'milestone.status': {
    status: MILESTONE_STATUS,
  },

  // printed-statement
  'printed.paper.covers': { kind: PAPER_KINDS, of: oneOf('book', 'contract', 'contracts') },
  'printed.rules.funding': { funding: FUNDING },
  'printed.sum': {
    kind: SUM_KINDS,
  },
  'printed.by': { past: FLAG },
  'printed.pending-of': {
    kind: PENDING_KINDS,
    named: FLAG,
  },

  // reading
  'overview.answer': { is: oneOf('none', 'some'), moves: oneOf('none', 'some'), late: oneOf('none', 'some') },
  'chart.label': { isToday: oneOf('yes', 'no'), moves: oneOf('none', 'some') },
  'chart.today': { isToday: oneOf('yes', 'no') },
  'soon.who': { who: oneOf('itself', 'waiting', 'theirs', 'yours') },
  'soon.do': { overdue: FLAG, kind: OFFERING, side: SIDES },
  'parts.kind': { kind: oneOf('held', 'reserved', 'unallocated', 'all') },
  'planner.question': { side: SIDES },
  'planner.steps': { side: SIDES },
  'planner.total': { side: SIDES },
  'planner.answer': { answer: oneOf('no', 'over', 'short', 'single', 'yes') },
  'planner.way': { way: WAYS },
  'planner.about': { way: WAYS, split: oneOf('none', 'some') },
  'planner.note': { funding: FUNDING },
  'planner.note-way': { way: CARRYING_WAYS },
  'reports.answer': { side: SIDES, nothing: FLAG, fees: oneOf('none', 'some'), back: oneOf('none', 'some') },
  'reports.period': { period: oneOf('all', 'now', 'past') },
  'reports.by-name': { by: REPORTS },
  'reports.side-name': { side: SIDES },
  'reports.step': { nothing: FLAG },
  'reports.caption': { side: SIDES, by: REPORTS },
  'reports.fees': { side: SIDES },
  'reports.net': { side: SIDES },
  'reports.total': { by: REPORTS },
  'reports.key': {
    kind: STRIP_KINDS,
    side: SIDES,
  },
  'ledger.period-name': {
    period: LEDGER_PERIODS,
  },
  'ledger.account-name': {
    account: ACCOUNTS,
  },
  'ledger.account-of': { account: oneOf('unallocated', 'client', 'freelancer', 'contract') },
  'ledger.count': { balance: FLAG },
  'ledger.show-more': { more: oneOf('time', 'all') },

  // reconcile
  'reconcile.unread': {
    reason: UNREAD_REASONS,
  },
  'reconcile.about': {
    format: STATEMENT_FORMATS,
    folded: FLAG,
  },
  'reconcile.state': { state: LIST_STATES },
  'reconcile.mark': { state: LINE_STATES },
  'reconcile.tick-short': { kind: oneOf('annotate', 'correct', 'record') },
  'reconcile.balance-of': {
    of: BALANCE_OF,
    sign: oneOf('less', 'more'),
  },
  'reconcile.why': { why: oneOf('none', 'rows', 'lists') },
  'reconcile.why-list': {
    list: DIFFERENCES,
  },
  'reconcile.map-asks': { asks: QUESTIONS_OR_NONE },
  'statement.proof.contract': { milestone: FLAG },
  'statement.proof.party-and-title': { milestone: FLAG },
  'reconcile.map-words': { words: WORD_LISTS },
  'reconcile.map-role': {
    role: ROLES,
  },
  'reconcile.map-order-of': {
    order: DATE_ORDERS,
  },
  'reconcile.map-mark-of': {
    mark: DECIMAL_MARKS,
  },
  'reconcile.edit-kind-of': {
    kind: CHOSEN_KINDS,
  },
  'reconcile.edit-works': { also: oneOf('request-refund', 'end-contract', 'none') },
  'reconcile.edit-refund': { why: oneOf('asked', 'end') },

  // screens
  'book.health': { state: HEALTH },
  'keys.name': {
    key: textOr(
      'Command',
      'Control',
      'Shift',
      'Alt',
      'Enter',
      'Escape',
      'Space',
      'Home',
      'End',
      'ArrowUp',
      'ArrowDown',
    ),
  },
  'bar.named': { planned: FLAG },
  'bar.bracket': { side: SIDES, extra: oneOf('reserved', 'all', 'free', 'left', 'held', 'none') },
  'bar.key-of': {
    kind: BAR_KINDS,
  },
  'contracts.answer': { overdue: FLAG, kind: DEADLINES },
  'deadline.short': { kind: DEADLINES },
  'contract.sub': { side: SIDES, preset: textOr('own'), since: textOr('none'), archived: FLAG },
  'brief.nothing': { status: STATUS },
  'brief.nothing-to-do': { status: STATUS },
  'brief.payee': { side: SIDES },
  'brief.deadline': { overdue: FLAG, kind: RUNNING },
  'milestone.held': { rest: FLAG },
  'milestone.takes': { all: FLAG },
  'milestone.unallocated': { next: FLAG },
  'milestone.lifted': { moved: FLAG },
  'milestone.move': { place: oneOf('up', 'down', 'first', 'last') },
  'new-contract.missing': { name: oneOf('client', 'freelancer', 'currency', 'title') },
  'past.day': { what: oneOf('funded', 'submitted') },
  'past.day-of': { what: oneOf('funded', 'submitted') },
  'past.missing': { what: oneOf('funded', 'paid') },
  'plan.left': { over: FLAG },
  'rules.edit': { all: FLAG },
  'rules.name': { name: RULES },
  'rules.value': { name: RULES },
  'rules.more': { name: RULES, back: FLAG },
  side: { side: SIDES },
  'policy.unit': { unit: oneOf('days', 'percent') },
  'policy.funding-value': { funding: FUNDING },
  'policy.fee-field': { payer: SIDES, field: oneOf('Plus', 'Least', 'Most', 'Under', 'UnderPlus', 'On') },
  'policy.fee-on': { on: FEE_ON, payer: SIDES },
  'fee.short': { surcharged: FLAG, bounded: oneOf('least', 'most', 'both', 'no') },
  'fee.base': { kind: oneOf('share', 'plus', 'both') },
  'fee.more': { surcharged: FLAG, bounded: oneOf('least', 'most', 'both', 'no'), on: FEE_ON, payer: SIDES },
  'rules.ask-share': { either: FLAG },
  'rules.ask-fee': { either: FLAG },
  'printed.rules.fee-schedule': { payer: SIDES },

  // settings
  'action.export': { format: FORMATS },
  'settings.answer': { backup: oneOf('none', 'some') },
  'settings.health-state': { state: HEALTH },
  'settings.backup-of': {
    reason: BACKUP_REASONS,
  },
  'settings.theme-name': { theme: THEMES },
  'settings.rows-name': { rows: ROWS },
  'settings.reminders-name': { on: FLAG },
  'settings.side-name': { side: SIDES },
  'settings.funded-value': { funding: FUNDING },
  'settings.party': { role: oneOf('both', 'client', 'freelancer') },
  'rename.confirm': { merges: FLAG },
  'rename.foot': { merges: FLAG },
  'leave.title': { what: UNSAVED },

  // statement
  'statement.does.fund-milestone': { told: FLAG },
  'statement.does.release': { told: FLAG },
  'statement.does.release.unallocated': { told: FLAG },
  'statement.does.bonus': { told: FLAG },

  // year
  'year-dialog.statements-of': { of: STATEMENTS },
  'year.file.report': { by: oneOf('month', 'client', 'freelancer', 'contract') },
  'year.file.export': {
    format: YEAR_FORMATS,
  },
  'year.readme.sum': { side: SIDES },
}
