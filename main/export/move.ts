import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import { type Minor, minor, sum, toDecimals, ZERO } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { plainOr } from './names.ts'

/** What an entry does with money (rules.md, Postings): the tag it has in plain-text accounting. */
export type Move = 'deposit' | 'carry' | 'release' | 'bonus' | 'return' | 'refund' | 'resolution'

/**
 * An entry that moves money, as a journal shows it. `payee` is the party the money comes from or
 * goes to.
 */
export interface Moved {
  readonly move: Move
  readonly payee: string
  readonly description: string
}

/**
 * What a row that moves money is called in a journal. Not for reversed entries and reversals, which
 * journals leave out.
 */
export function movedBy(row: LedgerRow, contract: ContractState): Moved {
  const move = moveOf(row)
  return { move, payee: payeeOf(move, row, contract), description: descriptionOf(move, row, contract) }
}

function moveOf({ type, postings }: LedgerRow): Move {
  switch (type) {
    case 'fund-milestone':
      return postings.some(posting => posting.account === 'client') ? 'deposit' : 'carry'
    case 'release':
    case 'bonus':
      return type
    case 'return-payment':
      return 'return'
    case 'approve-refund':
    case 'end-contract':
      return 'refund'
    case 'resolve-dispute':
      return 'resolution'
    default:
      throw new Error(`an entry of ${type} moves no money`)
  }
}

function payeeOf(move: Move, { postings }: LedgerRow, { client, freelancer }: ContractState): string {
  const paysFreelancer = postings.some(posting => posting.account === 'freelancer')
  return paysFreelancer && move !== 'refund' ? freelancer : client
}

const said = new Map<string, string>()

/**
 * A sentence without an amount: there are as many as milestones, and each comes several times over.
 */
function saidOnce(key: 'export.deposit' | 'export.release', milestone: string): string {
  const known = said.get(`${key} ${milestone}`)
  if (known !== undefined) return known
  const sentence = say(key, { milestone })
  if (said.size < MOST_SAID) said.set(`${key} ${milestone}`, sentence)
  return sentence
}

const MOST_SAID = 10_000

function descriptionOf(move: Move, { postings }: LedgerRow, contract: ContractState): string {
  switch (move) {
    case 'deposit':
    case 'carry': {
      const milestone = milestoneWords(contract, postings.findLast(isToMilestone))
      const carried = takenFromUnallocated(postings)
      if (carried === ZERO) return saidOnce('export.deposit', milestone)
      return say(move === 'carry' ? 'export.carry' : 'export.deposit.carried', {
        milestone,
        carried: toDecimals(carried, contract.decimals),
      })
    }
    case 'release': {
      const from = postings.find(posting => posting.account === 'escrow:milestone')
      return from === undefined
        ? say('export.release.unallocated')
        : saidOnce('export.release', milestoneWords(contract, from))
    }
    default:
      return say(`export.${move}`)
  }
}

const isToMilestone = ({ account, amount }: Posting): boolean => account === 'escrow:milestone' && amount > 0

/** What a funding took out of unallocated money; it may have come there in the same entry. */
function takenFromUnallocated(postings: readonly Posting[]): Minor {
  return postings.reduce(
    (taken, { account, amount }) =>
      account === 'escrow:unallocated' && amount < 0 ? sum(taken, minor(-amount)) : taken,
    ZERO,
  )
}

/**
 * The milestone's title, or its id where the title could not stand in a line. The account's own
 * line has the title in full.
 */
function milestoneWords(contract: ContractState, posting: Posting | undefined): string {
  const milestoneId = posting?.milestoneId ?? ''
  return plainOr(milestoneOf(contract, milestoneId)?.title ?? '', milestoneId)
}
