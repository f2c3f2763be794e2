import type { ChosenKind } from '../../../renderer/screens/reconcile/edited-command.ts'
import type { UnreadableReason } from '../../../renderer/screens/reconcile/statement.ts'
import {
  ROW_STATES,
  type StatementFormat,
  type StatementMatch,
  type StatementQuestion,
} from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { closed, members } from './choice.ts'

const EACH_QUESTION = {
  encoding: true,
  titles: true,
  columns: true,
  'date-order': true,
  'decimal-mark': true,
  currency: true,
  direction: true,
  status: true,
} as const
export const QUESTIONS = members<StatementQuestion>(EACH_QUESTION)
export const QUESTIONS_OR_NONE = members<StatementQuestion | 'none'>({ ...EACH_QUESTION, none: true })
export const UNREAD_REASONS = members<UnreadableReason>({
  empty: true,
  binary: true,
  'too-large': true,
  'too-many-rows': true,
  damaged: true,
  'no-rows': true,
  'no-table': true,
  password: true,
  pdf: true,
  xls: true,
  xlsb: true,
  ods: true,
  numbers: true,
  document: true,
  archive: true,
  qif: true,
  'camt-052': true,
  'camt-054': true,
  'other-xml': true,
  mt942: true,
  'ofx-investment': true,
  gone: true,
})
export const STATEMENT_FORMATS = members<StatementFormat>({
  upwork: true,
  'upwork-older': true,
  'upwork-earnings': true,
  paypal: true,
  payoneer: true,
  wise: true,
  stripe: true,
  revolut: true,
  escrowbook: true,
  'camt-053': true,
  ofx: true,
  mt940: true,
  columns: true,
})
export const LINE_STATES = closed([...ROW_STATES, 'book'])
export const LIST_STATES = closed(['all', ...ROW_STATES, 'book'])
export const CHOSEN_KINDS = members<ChosenKind>({
  'fund-milestone': true,
  release: true,
  bonus: true,
  'approve-refund': true,
  'return-payment': true,
  same: true,
})
export const BALANCE_OF = members<StatementMatch['balance']['of']>({ client: true, freelancer: true, escrow: true })
export const DIFFERENCES = members<keyof StatementMatch['balance']['because']>({
  new: true,
  proposed: true,
  differs: true,
  onlyInBook: true,
  rest: true,
})
/** The columns that a person assigns; the settings that are kept with them have no text. */
export const ROLES = members<keyof StatementColumns>({
  date: true,
  amount: true,
  amountOut: true,
  id: true,
  kind: true,
  description: true,
  name: true,
  fee: true,
  currency: true,
  direction: true,
  directionOut: false,
  status: true,
  statusDone: false,
  balance: true,
  localAmount: true,
  localCurrency: true,
  dateOrder: false,
  decimalMark: false,
  inCurrency: false,
  titles: false,
  encoding: false,
})
/** The lists of words that a person assigns. */
export const WORD_LISTS = members<'directionOut' | 'statusDone'>({ directionOut: true, statusDone: true })
export const DATE_ORDERS = members<NonNullable<StatementColumns['dateOrder']> | 'auto'>({
  auto: true,
  'day-month-year': true,
  'month-day-year': true,
  'year-month-day': true,
})
export const DECIMAL_MARKS = members<NonNullable<StatementColumns['decimalMark']> | 'auto'>({
  auto: true,
  point: true,
  comma: true,
})
