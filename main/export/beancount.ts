import type { LedgerRow } from '../../shared/api/ledger.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { accountName, escrowAccount, FEE_ACCOUNTS, OPENING_ACCOUNT } from './accounts.ts'
import { writtenDecimals } from './decimals.ts'
import { headWords, type JournalBasis, type JournalWriter, leftOut } from './journal-writer.ts'
import { movedBy } from './move.ts'
import { beancountString } from './names.ts'
import { EscrowBalances, type OpeningBalance, openingPosting } from './opening.ts'

const ACCOUNT_WIDTH = 44
const AMOUNT_WIDTH = 18

/** A balance to assert, in minor units of its contract's currency. */
interface Asserted {
  readonly balance: Minor
  readonly contract: ContractState
}

const metadata = (key: string, value: string): string => `  ${key}: ${beancountString(value)}\n`

function postingLine(account: string, amount: Minor, { currency, decimals }: ContractState): string {
  return `  ${account.padEnd(ACCOUNT_WIDTH)}  ${writtenDecimals(amount, decimals).padStart(AMOUNT_WIDTH)} ${currency}\n`
}

/** The head of the journal: its comments and options, and the opening of each account. */
function* declarations(basis: JournalBasis): Generator<string, void> {
  const { contracts, parties, first, opening } = basis
  const opened = (account: string, currency: string, ...lines: readonly string[]): string =>
    `${first} open ${account}${currency && ` ${currency}`}\n${lines.join('')}`
  const named = (spellings: readonly string[]) =>
    new Map(spellings.map(spelling => [parties.idOf(spelling), parties.nameOf(spelling)]))
  const clients = named(contracts.map(contract => contract.client))
  const freelancers = named(contracts.map(contract => contract.freelancer))
  const currencies = [...new Set(contracts.map(contract => contract.currency))]
  yield headWords(basis)
    .map(line => `; ${line}\n`)
    .join('')
  yield `\noption "title" "Escrowbook"\n${currencies.map(currency => `option "operating_currency" "${currency}"\n`).join('')}\n`
  for (const { id, title, currency, milestones } of contracts) {
    for (const milestone of milestones)
      yield opened(escrowAccount(id, milestone.id), currency, metadata('title', milestone.title))
    yield opened(escrowAccount(id, null), currency, metadata('contract', title))
  }
  for (const [id, name] of clients) yield opened(`Income:Client:${id}`, '', metadata('name', name))
  for (const [id, name] of freelancers) yield opened(`Expenses:Freelancer:${id}`, '', metadata('name', name))
  for (const account of Object.values(FEE_ACCOUNTS)) yield opened(account, '')
  if (opening !== undefined) yield opened(OPENING_ACCOUNT, '')
}

/**
 * Writes a journal that `bean-check` accepts. Parties are ids with their names as metadata.
 * Beancount asserts balances only at the start of a day, and with a tolerance by default, so each
 * escrow account's last balance of a day is asserted on the next day, exact to the minor unit.
 * Entries that move no money become notes; reversed entries and reversals become comments.
 */
export function beancountWriter(basis: JournalBasis): JournalWriter {
  const { contracts, parties, opening } = basis
  const contractOf = new Map(contracts.map(contract => [contract.id, contract]))
  const balances = new EscrowBalances()
  const partyId = (party: string): string => parties.idOf(party)
  let day: IsoDate | undefined
  let unasserted = new Map<string, Asserted>()

  /** The previous day's assertions, once a row of another day follows. */
  const assertions = (next: IsoDate | undefined): string => {
    if (next === day || day === undefined) {
      day = next
      return ''
    }
    const on = addDays(day, 1)
    const lines = [...unasserted].map(
      ([account, { balance, contract }]) =>
        `${on} balance ${account.padEnd(ACCOUNT_WIDTH)}  ${writtenDecimals(balance, contract.decimals).padStart(AMOUNT_WIDTH)} ~ ${writtenDecimals(minor(0), contract.decimals)} ${contract.currency}\n`,
    )
    day = next
    unasserted = new Map()
    return lines.length === 0 ? '' : `${lines.join('')}\n`
  }

  const post = (contract: ContractState, posting: LedgerRow['postings'][number]): string => {
    const account = accountName(posting.account, posting.milestoneId, contract, partyId)
    const balance = balances.post(contract.id, posting)
    if (balance !== undefined) unasserted.set(account, { balance, contract })
    return postingLine(account, posting.amount, contract)
  }

  function* head(): Generator<string, void> {
    yield* declarations(basis)
    day = opening?.on
    for (const balance of opening?.balances ?? []) yield openingEntry(balance, opening?.on)
    yield '\n'
  }

  const openingEntry = ({ contract, parts }: OpeningBalance, on: IsoDate | undefined): string => {
    const lines = [...parts].map(([part, amount]) => {
      const escrow = post(contract, openingPosting(contract, part, amount))
      return escrow + postingLine(OPENING_ACCOUNT, minor(-amount), contract)
    })
    return `\n${on} * ${beancountString(say('export.opening'))} ^${contract.id}\n${lines.join('')}`
  }

  const row = (row: LedgerRow): string => {
    const contract = contractOf.get(row.contractId)
    if (contract === undefined) throw new Error(`entry ${row.entry} is of a contract that is not exported`)
    const before = assertions(row.on)
    const words = leftOut(row)
    if (words !== undefined) return `${before}; ${words}\n\n`
    if (row.postings.length === 0)
      return `${before}${row.on} note ${escrowAccount(contract.id, null)} ${beancountString(`(${row.entry}) ${row.type}`)}\n\n`
    const { move, payee, description } = movedBy(row, contract)
    return [
      before,
      `${row.on} * ${beancountString(parties.nameOf(payee))} ${beancountString(description)} #${move} ^${contract.id}\n`,
      metadata('entry', String(row.entry)),
      row.reference === null ? '' : metadata('reference', row.reference),
      row.note === null ? '' : metadata('note', row.note),
      ...row.postings.map(posting => post(contract, posting)),
      '\n',
    ].join('')
  }

  return { head, row, end: () => assertions(undefined) }
}
