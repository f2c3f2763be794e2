import type { Query, QueryOf, QueryValues } from '../../../shared/api/queries.ts'
import { bookAnswer } from '../../answers/book-answer.ts'
import { deadlineAnswer } from '../../answers/deadline-answer.ts'
import { ledgerAnswer } from '../../answers/ledger-answer.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import { verifyAnswer } from '../../answers/verify-answer.ts'
import { exportText } from '../../export/export-text.ts'
import { checkStatement } from '../../printed-statement/check.ts'
import { checkPaper } from '../../printed-statement/check-paper.ts'
import { statementOf } from '../../printed-statement/statement.ts'
import { accountPage } from '../../queries/account.ts'
import { accountRows } from '../../queries/accounts.ts'
import { contractWithTimeline } from '../../queries/contract.ts'
import { contractRows } from '../../queries/contracts.ts'
import { correctableEntry } from '../../queries/correctable.ts'
import { deadlinePage } from '../../queries/deadlines.ts'
import { escrowHistory } from '../../queries/escrow-history.ts'
import { importRows } from '../../queries/imports.ts'
import { mustBeKnownCurrency } from '../../queries/known-currency.ts'
import { ledgerPage } from '../../queries/ledger.ts'
import { partyRows } from '../../queries/parties.ts'
import { planOf } from '../../queries/plan.ts'
import { reportOf } from '../../queries/report.ts'
import { summaryRows } from '../../queries/summary.ts'
import { undoable } from '../../queries/undoable.ts'
import { yearContents } from '../../year/contents.ts'
import type { Context } from './context.ts'
import { preview } from './execute.ts'

function ofCurrency<T>({ book }: Context, currency: string, answer: () => T): Outcome<T> {
  const refusal = mustBeKnownCurrency(book, currency)
  return refusal === undefined ? accepted(answer()) : refused(refusal)
}

function unknownContract(contractId: string): Outcome<never> {
  return refused({ code: 'unknown-contract', params: { contract: contractId }, field: 'contractId' })
}

async function ledger({ book, locale }: Context, query: QueryOf<'ledger'>): Promise<Outcome<QueryValues['ledger']>> {
  const { contractId } = query
  if (contractId !== undefined && book.anyContract(contractId) === undefined) return unknownContract(contractId)
  const { total, opening, entries } = await ledgerPage(book, query)
  return accepted({ total, opening, rows: entries.map(entry => ledgerAnswer(entry, locale)) })
}

async function undoableRow(
  { book, locale }: Context,
  { contractId }: QueryOf<'undoable'>,
): Promise<Outcome<QueryValues['undoable']>> {
  const contract = contractId === undefined ? undefined : book.anyContract(contractId)
  if (contractId !== undefined && contract === undefined) return unknownContract(contractId)
  const entry = await undoable(book, contract)
  return accepted(entry === undefined ? null : ledgerAnswer(entry, locale))
}

function deadlines({ book, locale, today }: Context, query: QueryOf<'deadlines'>): QueryValues['deadlines'] {
  return deadlinePage(book, query, today()).map(({ deadline, contract }) => deadlineAnswer(deadline, contract, locale))
}

/**
 * Answers `query`: reads the book and changes nothing. Refuses `unknown-contract` and
 * `unknown-currency`.
 */
export async function answerQuery(context: Context, query: Query): Promise<Outcome<QueryValues[Query['type']]>> {
  const { book, locale } = context
  switch (query.type) {
    case 'contracts':
      return accepted(contractRows(book, query, context.today()))
    case 'contract': {
      const contract = book.contract(query.contractId)
      if (contract === undefined) return unknownContract(query.contractId)
      return accepted(await contractWithTimeline(book, contract, query, context.today(), locale))
    }
    case 'accounts':
      return accepted(accountRows(book, query, context.today()))
    case 'account': {
      const account = book.account(query.accountId)
      if (account === undefined) return refused({ code: 'unknown-account', params: {}, field: 'accountId' })
      return accepted(await accountPage(book, account, query, context.today()))
    }
    case 'summary':
      return accepted(summaryRows(book.contracts()))
    case 'ledger':
      return ledger(context, query)
    case 'undoable':
      return undoableRow(context, query)
    case 'correctable':
      return correctableEntry(book, query.entry, context.today(), locale)
    case 'escrow-history':
      return ofCurrency(context, query.currency, () => escrowHistory(book, query))
    case 'deadlines':
      return accepted(deadlines(context, query))
    case 'report':
      return ofCurrency(context, query.currency, () => reportOf(book, query))
    case 'plan':
      return planOf(query, context.today(), locale)
    case 'preview':
      return preview(context, query.command)
    case 'match-statement':
      return context.matchStatement(query)
    case 'imports':
      return accepted(await importRows(book, query, locale))
    case 'export':
      return exportText(book, query, context.today(), new Date())
    case 'year':
      return accepted(await yearContents(book, query.year))
    case 'book':
      return accepted(bookAnswer(context))
    case 'verify':
      return accepted(verifyAnswer(await book.verify(), { locale, decimals: 2 }))
    case 'backups':
      return accepted(await book.backups())
    case 'preferences':
      return accepted(context.preferences())
    case 'statement':
      return statementOf(book, query, context.today(), locale)
    case 'check-statement':
      return checkStatement(book, query, locale)
    case 'check-paper':
      return accepted(await checkPaper(book, query, locale))
    case 'parties':
      return accepted(partyRows(book.contracts()))
  }
}
