import { addDays } from '../../../shared/dates/calendar.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { type Clue, doubt, proof } from './decision.ts'
import { effectOfEvents, movementEffect } from './effects.ts'
import type { Movement } from './movement.ts'
import { type BookNames, type Named, otherParty } from './names.ts'
import type { Offer, Offers } from './offers.ts'

/** The contract that a new movement belongs to, and the evidence for it. */
export interface Proof {
  readonly offer: Offer | undefined
  /** The proofs, then the doubts: without any of these it is sure. */
  readonly evidence: readonly Clue[]
  readonly stranger?: string
  /** True for a row that names nobody and nothing of the book, and so is no part of its balance. */
  readonly isForeign?: boolean
}

/** A contract that ended longer ago than this is none that a new payment may be for. */
const DAYS_AFTER_END = 90
/** With more contracts than this, it is not tried which of them could take a payment. */
const MOST_CANDIDATES = 50

/** The contracts that a row may be about, and the kind of name that says so. */
interface Pool {
  readonly contracts: readonly ContractState[]
  /**
   * `title`: a long title; `party`: the other party, alone or with a title or milestone; `loose`: a
   * short name; `none`: nothing at all.
   */
  readonly by: 'title' | 'party' | 'party-and-title' | 'loose' | 'none'
  readonly doubts: readonly Clue[]
}

/**
 * Decides on which contract a new movement is recorded. It is proved only by what its row says:
 *
 * - a long title that no other contract has, unless the row names somebody who is not its party;
 * - the other party, which has one contract on which the movement is possible, or one on which its
 *   amount or milestone fits; a title of its narrows them down;
 * - a short title or name only with exactly the amount that is planned, held or requested.
 *
 * What it records must be what the statement has, to the cent.
 */
export function proofOf(movement: Movement, names: BookNames, offers: Offers): Proof {
  const named = names.in(movement.main)
  const pool = poolOf(movement, named, names)
  const stranger = named.stranger === undefined ? {} : { stranger: named.stranger }
  if (pool.contracts.length === 0) {
    const isForeign = named.parties.size === 0 && !named.isSilent
    return { offer: undefined, evidence: pool.doubts, ...stranger, isForeign }
  }
  const { possible, refused } = offers.on(movement, pool.contracts.slice(0, MOST_CANDIDATES))
  const fitting = possible.filter(({ fits }) => fits)
  const [first] = possible
  const offer = possible.length === 1 ? first : fitting.length === 1 ? fitting[0] : undefined
  if (offer === undefined)
    return {
      offer: refused,
      evidence: [...noneOf(possible, refused, movement), ...pool.doubts, ...partyOf(pool)],
      ...stranger,
    }
  const found = { movement, names, offer, isOnly: pool.contracts.length === 1 }
  return { offer, evidence: [...reasonsFor(pool, found), ...pool.doubts, ...doubtsAbout(found)], ...stranger }
}

function poolOf({ main }: Movement, named: Named, names: BookNames): Pool {
  const { titled, looselyTitled, looseParties, stranger } = named
  const isCurrent = (contract: ContractState): boolean =>
    contract.status !== 'ended' || addDays(contract.latestOrdered ?? main.on, DAYS_AFTER_END) >= main.on
  const ofParties = [...named.parties.values()].flat().filter(isCurrent)
  const unknown = stranger === undefined ? [] : [unknownParty(stranger, names)]
  if (titled.length > 0) {
    const both = titled.filter(contract => ofParties.includes(contract))
    const isOthers = named.parties.size > 0 && both.length === 0
    const others = isOthers ? [doubt({ key: 'statement.new.other-party', params: { name: partyIn(named) } })] : []
    return { contracts: both.length > 0 ? both : titled, by: 'title', doubts: [...unknown, ...others] }
  }
  if (ofParties.length > 0) {
    const isOne = named.parties.size === 1 && ofParties.length <= MOST_CANDIDATES
    const doubts = isOne ? [] : [doubt({ key: 'statement.new.several-parties', params: {} })]
    const contracts = narrowed(ofParties, main, looselyTitled, names)
    return { contracts, by: contracts.length < ofParties.length ? 'party-and-title' : 'party', doubts }
  }
  if (unknown.length > 0) return { contracts: [], by: 'none', doubts: unknown }
  const loose = [...new Set([...looselyTitled, ...looseParties])].filter(isCurrent)
  if (loose.length > 0) return { contracts: loose, by: 'loose', doubts: [] }
  const nobody = doubt({ key: 'statement.new.names-nobody', params: {} })
  if (named.parties.size > 0)
    return {
      contracts: [],
      by: 'none',
      doubts: [doubt({ key: 'statement.new.ended', params: { name: partyIn(named) } })],
    }
  if (!named.isSilent) return { contracts: [], by: 'none', doubts: [nobody] }
  const few = names.few(main.currency)
  const none = doubt({ key: 'statement.new.no-contract', params: { currency: main.currency } })
  return { contracts: few, by: 'none', doubts: [few.length === 0 ? none : nobody] }
}

const partyIn = (named: Named): string => {
  const [contracts = []] = named.parties.values()
  const [first] = contracts
  return first === undefined ? '' : otherParty(first)
}

function unknownParty(name: string, names: BookNames): Clue {
  const near = names.near(name)
  return near === undefined
    ? doubt({ key: 'statement.new.unknown-party' })
    : doubt({ key: 'statement.new.near-party', params: { near } })
}

/**
 * The contracts of a party that a row also names by a title or a milestone, or else all of them.
 */
function narrowed(
  contracts: readonly ContractState[],
  row: Movement['main'],
  titled: readonly ContractState[],
  names: BookNames,
): readonly ContractState[] {
  if (contracts.length === 1) return contracts
  const byTitle = contracts.filter(contract => titled.includes(contract))
  if (byTitle.length > 0) return byTitle
  const byMilestone = contracts.filter(({ milestones }) => milestones.some(({ title }) => names.names(row, title)))
  return byMilestone.length > 0 ? byMilestone : contracts
}

/** The proof that a row names a party of the book, of which no single contract follows. */
function partyOf({ by, contracts: [contract] }: Pool): readonly Clue[] {
  return by !== 'party' || contract === undefined
    ? []
    : [proof({ key: 'statement.proof.known-party', params: { name: otherParty(contract) } })]
}

/** The reason there is no single contract to record it on. */
function noneOf(possible: readonly Offer[], refused: Offer | undefined, { main }: Movement): readonly Clue[] {
  if (possible.length > 0) return [doubt({ key: 'statement.new.which', params: { count: possible.length } })]
  const refusal = refused?.refusal
  return refusal === undefined
    ? [doubt({ key: 'statement.new.no-way', params: {} })]
    : [doubt({ refusal, decimals: main.decimals })]
}

interface Found {
  readonly movement: Movement
  readonly names: BookNames
  readonly offer: Offer
  /** True if the row names no other contract that it could be for. */
  readonly isOnly: boolean
}

/** The proof of an offer's contract, or the doubt that there is none. */
function reasonsFor(pool: Pool, { movement, names, offer, isOnly }: Found): readonly Clue[] {
  const { contract, fits } = offer
  const { main } = movement
  const milestone = contract.milestones.some(({ title }) => names.names(main, title)) ? 'yes' : 'no'
  switch (pool.by) {
    case 'title':
      return [proof({ key: 'statement.proof.contract', params: { contract: contract.title, milestone } })]
    case 'party': {
      const params = { name: otherParty(contract), currency: contract.currency, contract: contract.title }
      return [proof({ key: isOnly ? 'statement.proof.party' : 'statement.proof.party-fits', params })]
    }
    case 'party-and-title': {
      const params = { name: otherParty(contract), contract: contract.title, milestone }
      return [proof({ key: 'statement.proof.party-and-title', params })]
    }
    case 'loose': {
      const isTitle = names.names(main, contract.title)
      const params = { name: isTitle ? contract.title : otherParty(contract) }
      return [
        fits
          ? proof({ key: 'statement.proof.name-and-amount', params })
          : doubt({ key: 'statement.new.short-name', params }),
      ]
    }
    case 'none':
      return []
  }
}

/** The doubts that remain once the contract is known: the way the money went, or a fee. */
function doubtsAbout({ movement, offer }: Found): readonly Clue[] {
  const doubts: Clue[] = []
  const { contract, unstated, isOpen } = offer
  if (isOpen === true) doubts.push(doubt({ key: 'statement.new.into-or-out', params: {} }))
  if (unstated !== undefined) {
    const { of, rules, statement } = unstated
    const params = { rules: { money: rules }, statement: { money: statement } }
    doubts.push(doubt({ key: of === 'contract' ? 'statement.new.contract-fee' : 'statement.new.fee', params }))
  }
  const account = movement.side ?? contract.side
  const [book, statement] = [effectOfEvents(offer.events, account), movementEffect(movement)]
  const isEscrows = movement.main.contract !== undefined
  if (book !== statement && !isEscrows && !(movement.kind === 'charge' && offer.commands.at(-1)?.type === 'release'))
    doubts.push(
      doubt({ key: 'statement.new.amounts', params: { book: { money: book }, statement: { money: statement } } }),
    )
  return doubts
}
