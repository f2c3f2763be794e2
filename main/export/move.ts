import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import { MOVE_FACTS, type MoneyMove } from '../../shared/contract/moves.ts'
import { type Minor, minor, sum, toDecimals, ZERO } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { plainOr } from './names.ts'

/**
 * The kind of an entry that moves money (rules.md, Postings), used as a tag in plain-text
 * accounting. `carry` is a funding without a deposit.
 */
export type Move = MoneyMove | 'carry'

/** An entry that moves money, as a journal shows it. `payee` is the party that pays or is paid. */
export interface Moved {
  readonly move: Move
  readonly payee: string
  readonly description: string
}

/**
 * Describes a row that moves money for a journal. Not for reversed entries and reversals, which
 * journals leave out.
 */
export function movedBy(row: LedgerRow, contract: ContractState): Moved {
  const move = moveOf(row)
  return { move, payee: payeeOf(move, row, contract), description: descriptionOf(move, row, contract) }
}

function moveOf({ type, postings }: LedgerRow): Move {
  const { money } = MOVE_FACTS[type].recorded
  if (money === null) throw new Error(`an entry of ${type} moves no money`)
  const isCarried = money === 'deposit' && !postings.some(posting => posting.account === 'client')
  return isCarried ? 'carry' : money
}

function payeeOf(move: Move, { postings }: LedgerRow, { client, freelancer }: ContractState): string {
  const paysFreelancer = postings.some(posting => posting.account === 'freelancer')
  return paysFreelancer && move !== 'refund' ? freelancer : client
}

const said = new Map<string, string>()

/**
 * A cached sentence without an amount: there is one per milestone, and each is used several times.
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

/** The unallocated money that a funding used, some of which the same entry may have freed. */
function takenFromUnallocated(postings: readonly Posting[]): Minor {
  return postings.reduce(
    (taken, { account, amount }) =>
      account === 'escrow:unallocated' && amount < 0 ? sum(taken, minor(-amount)) : taken,
    ZERO,
  )
}

/**
 * The title of a milestone, or its id if the title cannot be written in a line. The line that opens
 * the account has the full title.
 */
function milestoneWords(contract: ContractState, posting: Posting | undefined): string {
  const milestoneId = posting?.milestoneId ?? ''
  return plainOr(milestoneOf(contract, milestoneId)?.title ?? '', milestoneId)
}
