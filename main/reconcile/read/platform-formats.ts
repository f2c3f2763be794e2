import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { PAYPAL_REPORTS } from './paypal-titles.ts'

/** A statement format, recognised by its column titles. */
export interface KnownFormat {
  readonly format: Exclude<StatementFormat, 'columns'>
  /** All must be present; case is ignored. */
  readonly titles: readonly string[]
  readonly columns: StatementColumns
}

const UPWORK = { inCurrency: 'USD', decimalMark: 'point' } as const

/** The headers of platforms and wallets besides those that `formats.ts` begins with. */
export const PLATFORM_FORMATS: readonly KnownFormat[] = [
  {
    format: 'upwork-older',
    titles: ['Date', 'Ref ID', 'Type', 'Description', 'Agency', 'Amount', 'Balance'],
    columns: {
      ...UPWORK,
      date: 'Date',
      amount: 'Amount',
      id: 'Ref ID',
      kind: 'Type',
      description: 'Description',
      balance: 'Balance',
    },
  },
  {
    format: 'upwork-earnings',
    titles: ['Date', 'Contract', 'Hours', 'Amount', 'Payment type'],
    columns: { ...UPWORK, date: 'Date', amount: 'Amount', name: 'Contract', kind: 'Payment type' },
  },
  ...PAYPAL_REPORTS.map(report => ({ format: 'paypal' as const, ...report })),
  {
    format: 'payoneer',
    titles: [
      'Transaction date',
      'Transaction ID',
      'Description',
      'Credit amount',
      'Debit amount',
      'Currency',
      'Status',
    ],
    columns: {
      date: 'Transaction date',
      amount: 'Credit amount',
      amountOut: 'Debit amount',
      id: 'Transaction ID',
      description: 'Description',
      currency: 'Currency',
      status: 'Status',
      balance: 'Running balance',
      localAmount: 'Transfer amount',
      localCurrency: 'Transfer amount currency',
    },
  },
  {
    format: 'wise',
    titles: ['TransferWise ID', 'Date', 'Amount', 'Currency', 'Description', 'Payment Reference', 'Running Balance'],
    columns: {
      date: 'Date',
      amount: 'Amount',
      id: 'TransferWise ID',
      currency: 'Currency',
      description: 'Description',
      name: 'Payee Name',
      balance: 'Running Balance',
      dateOrder: 'day-month-year',
      decimalMark: 'point',
    },
  },
  {
    format: 'wise',
    titles: [
      'ID',
      'Status',
      'Direction',
      'Finished on',
      'Source amount (after fees)',
      'Source currency',
      'Target name',
    ],
    columns: {
      date: 'Finished on',
      amount: 'Source amount (after fees)',
      id: 'ID',
      direction: 'Direction',
      status: 'Status',
      currency: 'Source currency',
      description: 'Reference',
      name: 'Target name',
      fee: 'Source fee amount',
      localAmount: 'Target amount (after fees)',
      localCurrency: 'Target currency',
      decimalMark: 'point',
    },
  },
  {
    format: 'stripe',
    titles: [
      'balance_transaction_id',
      'created',
      'reporting_category',
      'gross',
      'fee',
      'net',
      'currency',
      'description',
    ],
    columns: {
      date: 'created',
      amount: 'gross',
      id: 'balance_transaction_id',
      kind: 'reporting_category',
      description: 'description',
      fee: 'fee',
      currency: 'currency',
      decimalMark: 'point',
    },
  },
  {
    format: 'stripe',
    titles: ['id', 'Type', 'Source', 'Amount', 'Fee', 'Net', 'Currency', 'Created (UTC)', 'Description'],
    columns: {
      date: 'Created (UTC)',
      amount: 'Amount',
      id: 'id',
      kind: 'Type',
      description: 'Description',
      fee: 'Fee',
      currency: 'Currency',
      decimalMark: 'point',
    },
  },
  {
    format: 'revolut',
    titles: ['Type', 'Started Date', 'Completed Date', 'Description', 'Amount', 'Fee', 'Currency', 'State', 'Balance'],
    columns: {
      // A row that is pending has no other day.
      date: 'Started Date',
      amount: 'Amount',
      kind: 'Type',
      description: 'Description',
      fee: 'Fee',
      currency: 'Currency',
      status: 'State',
      balance: 'Balance',
      decimalMark: 'point',
    },
  },
]
