import type { LedgerRow } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { accountName, escrowAccount, FEE_ACCOUNTS, OPENING_ACCOUNT } from './accounts.ts'
import { writtenDecimals } from './decimals.ts'
import { headWords, type JournalBasis, type JournalWriter, leftOut } from './journal-writer.ts'
import { movedBy } from './move.ts'
import { plainOr, tagValue } from './names.ts'
import { EscrowBalances, type OpeningBalance, openingPosting } from './opening.ts'

const TAGS = ['type', 'title', 'name', 'contract', 'milestone', 'move', 'reference', 'note']
const ACCOUNT_WIDTH = 44
const AMOUNT_WIDTH = 18

/** An indented line of a transaction: an account, an amount, and the asserted balance, if any. */
function postingLine(
  account: string,
  amount: Minor,
  balance: Minor | undefined,
  { currency, decimals }: ContractState,
): string {
  const written = writtenDecimals(amount, decimals).padStart(AMOUNT_WIDTH)
  const asserted =
    balance === undefined ? '' : ` = ${writtenDecimals(balance, decimals).padStart(AMOUNT_WIDTH)} ${currency}`
  // Two spaces end an account's name, however long it is.
  return `    ${account.padEnd(ACCOUNT_WIDTH)}  ${written} ${currency}${asserted}\n`
}

const tagLine = (name: string, value: string): string => `    ; ${name}: ${tagValue(value)}\n`

/** A tag with a value of the app's own, which cannot break the line. */
const ownTag = (name: string, value: string): string => `    ; ${name}: ${value}\n`

function commodities(contracts: readonly ContractState[]): string {
  const decimals = new Map<string, number>()
  for (const contract of contracts)
    decimals.set(contract.currency, Math.max(contract.decimals, decimals.get(contract.currency) ?? 0))
  // hledger refuses a format without a decimal point and ledger one that ends with it, so a
  // currency without decimals gets no format.
  return [...decimals]
    .map(
      ([currency, places]) =>
        `commodity ${currency}\n${places === 0 ? '' : `    format ${writtenDecimals(minor(10 ** (3 + places)), places)} ${currency}\n`}`,
    )
    .join('')
}

function accountLines(account: string, type: 'A' | 'R' | 'X' | 'E', ...tags: readonly string[]): string {
  return `account ${account}\n    ; type: ${type}\n${tags.join('')}`
}

function contractAccounts({ id, title, milestones }: ContractState): string {
  return [
    accountLines(escrowAccount(id), 'A', tagLine('title', title)),
    ...milestones.map(milestone =>
      accountLines(escrowAccount(id, milestone.id), 'A', tagLine('title', milestone.title)),
    ),
    accountLines(escrowAccount(id, null), 'A'),
  ].join('')
}

/**
 * The head of the journal: its comments, and the declarations of commodities, tags, payees and
 * accounts that strict checks require.
 */
function* declarations(basis: JournalBasis, partyName: (party: string) => string): Generator<string, void> {
  const { contracts, parties, opening } = basis
  const named = (spellings: readonly string[]) =>
    new Map(spellings.map(spelling => [partyName(spelling), parties.nameOf(spelling)]))
  const clients = named(contracts.map(contract => contract.client))
  const freelancers = named(contracts.map(contract => contract.freelancer))
  const payees = new Set([
    ...clients.keys(),
    ...freelancers.keys(),
    ...(opening === undefined ? [] : [say('export.opening')]),
  ])
  yield headWords(basis)
    .map(line => `; ${line}\n`)
    .join('')
  yield `\n${commodities(contracts)}${TAGS.map(tag => `tag ${tag}\n`).join('')}`
  yield [...payees].map(payee => `payee ${payee}\n`).join('')
  for (const contract of contracts) yield contractAccounts(contract)
  yield partyAccounts('Income:Client', clients, 'R')
  yield partyAccounts('Expenses:Freelancer', freelancers, 'X')
  for (const account of Object.values(FEE_ACCOUNTS)) yield accountLines(account, 'X')
  if (opening !== undefined) yield accountLines(OPENING_ACCOUNT, 'E')
}

/**
 * The accounts of parties by the names written in the journal, with a tag for each party whose real
 * name differs.
 */
function partyAccounts(parent: string, names: ReadonlyMap<string, string>, type: 'R' | 'X'): string {
  return [...names]
    .map(([written, name]) => accountLines(`${parent}:${written}`, type, written === name ? '' : tagLine('name', name)))
    .join('')
}

/**
 * Writes one journal that both hledger and ledger accept under their strictest checks: everything
 * is declared, and every posting to escrow asserts the balance after it. Entries that move no
 * money, reversed entries and reversals become comments.
 */
export function hledgerWriter(basis: JournalBasis): JournalWriter {
  const { contracts, parties, opening } = basis
  const contractOf = new Map(contracts.map(contract => [contract.id, contract]))
  const balances = new EscrowBalances()
  const written = new Map<string, string>()
  const partyName = (party: string): string => {
    const known = written.get(party)
    if (known !== undefined) return known
    const name = plainOr(parties.nameOf(party), parties.idOf(party))
    written.set(party, name)
    return name
  }

  function* head(): Generator<string, void> {
    yield* declarations(basis, partyName)
    for (const balance of opening?.balances ?? []) yield openingEntry(balance, opening?.on)
    yield '\n'
  }

  const openingEntry = ({ contract, parts }: OpeningBalance, on: IsoDate | undefined): string => {
    const lines = [...parts].map(([part, amount]) => {
      const balance = balances.post(contract.id, openingPosting(contract, part, amount))
      return (
        postingLine(escrowAccount(contract.id, part), amount, balance, contract) +
        postingLine(OPENING_ACCOUNT, minor(-amount), undefined, contract)
      )
    })
    return `\n${on} * ${say('export.opening')}\n${tagLine('contract', contract.id)}${lines.join('')}`
  }

  const row = (row: LedgerRow): string => {
    const contract = contractOf.get(row.contractId)
    if (contract === undefined) throw new Error(`entry ${row.entry} is of a contract that is not exported`)
    const words = leftOut(row)
    if (words !== undefined) return `; ${words}\n\n`
    if (row.postings.length === 0) return `; ${row.on} (${row.entry}) ${row.contractId}: ${row.type}\n\n`
    const { move, payee, description } = movedBy(row, contract)
    const milestones = new Set(row.postings.flatMap(({ milestoneId }) => milestoneId ?? []))
    return [
      `${row.on} * (${row.entry}) ${partyName(payee)} | ${description}\n`,
      ownTag('contract', contract.id),
      ...[...milestones].map(milestoneId => ownTag('milestone', milestoneId)),
      ownTag('move', move),
      row.reference === null ? '' : tagLine('reference', row.reference),
      row.note === null ? '' : tagLine('note', row.note),
      ...row.postings.map(posting =>
        postingLine(
          accountName(posting.account, posting.milestoneId, contract, partyName),
          posting.amount,
          balances.post(contract.id, posting),
          contract,
        ),
      ),
      '\n',
    ].join('')
  }

  return { head, row, end: () => '' }
}
