import type { ContractFacts } from '../../main/escrow/view.ts'
import type { Account, LedgerRow } from '../../shared/api/ledger.ts'
import type { PendingView } from '../../shared/contract/contract.ts'
import type { EscrowPart } from '../../shared/contract/events.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import type { Minor } from '../../shared/money/money.ts'

/** A milestone's figures. Minor units. */
export interface MilestoneFigures {
  id: string
  title: string
  amount: number
  due: string | null
  status: string
  funded: number
  released: number
  refunded: number
  carried: number
  held: number
}

/** A pending request or dispute. */
export interface PendingFigures {
  amount: number
  milestoneId: string | undefined
  reason: string | undefined
  reserved: readonly EscrowPart[]
  on: string
  deadline: string | null
}

/** The figures of a contract that commands change, mutable. Minor units. */
export interface Figures {
  title: string
  client: string
  freelancer: string
  side: string
  budget: number | null
  policy: Policy
  status: string
  archived: boolean
  unallocated: number
  deposited: number
  released: number
  refunded: number
  bonuses: number
  returned: number
  fees: { client: number; freelancer: number; contract: number }
  milestones: MilestoneFigures[]
  refund: PendingFigures | undefined
  dispute: PendingFigures | undefined
  /** The review deadlines, by milestone. */
  reviews: Record<string, string>
}

function pendingOf(pending: PendingView | undefined): PendingFigures | undefined {
  return pending && { milestoneId: undefined, reason: undefined, ...pending }
}

/** A mutable copy of the figures in a contract's view. */
export function figuresOf(view: ContractFacts): Figures {
  const { title, client, freelancer, side, budget, policy } = view
  const { status, archived, unallocated, deposited, released, refunded, bonuses, returned, fees, pending } = view
  const milestones = view.milestones.map(({ reserved: _, ...milestone }) => ({ ...milestone }))
  const reviews: Record<string, string> = {}
  for (const { kind, milestoneId, on } of view.deadlines)
    if (kind === 'review' && milestoneId !== undefined) reviews[milestoneId] = on
  const sums = {
    title,
    client,
    freelancer,
    side,
    budget,
    policy,
    status,
    archived,
    unallocated,
    deposited,
    released,
    refunded,
    bonuses,
    returned,
    fees: { ...fees },
  }
  return { ...sums, milestones, refund: pendingOf(pending.refund), dispute: pendingOf(pending.dispute), reviews }
}

/** The milestone with that id. Throws if there is none. */
export function milestoneIn(figures: Figures, id: string | null | undefined): MilestoneFigures {
  const milestone = figures.milestones.find(each => each.id === id)
  if (milestone === undefined) throw new Error(`no milestone ${id}`)
  return milestone
}

/** A sum of amounts. */
export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/** All of escrow as parts: unallocated money, then each milestone's in the order of the plan. */
export function partsOf({ unallocated, milestones }: Figures): { unallocated: EscrowPart; held: EscrowPart[] } {
  return {
    unallocated: { milestoneId: null, amount: unallocated as Minor },
    held: milestones.map(({ id, held }) => ({ milestoneId: id, amount: held as Minor })),
  }
}

/** Splits parts after their first `amount`, without parts of zero. */
export function split(parts: readonly EscrowPart[], amount: number): { front: EscrowPart[]; rest: EscrowPart[] } {
  const front: EscrowPart[] = []
  const rest: EscrowPart[] = []
  for (const part of parts) {
    const taken = Math.min(part.amount, amount - total(front.map(each => each.amount)))
    if (taken > 0) front.push({ ...part, amount: taken as Minor })
    if (part.amount > taken) rest.push({ ...part, amount: (part.amount - taken) as Minor })
  }
  return { front, rest }
}

/** A share of an amount in basis points, rounded half away from zero to one minor unit. */
export function feeOf(amount: number, basisPoints: number): number {
  return Number((BigInt(amount) * BigInt(basisPoints) * 2n + 10_000n) / 20_000n)
}

/** A fee on one amount, or on one total, by a second reading of rules.md, Fee schedule. */
function feeOfWhole(policy: Policy, payer: 'client' | 'freelancer', amount: number): number {
  if (amount === 0) return 0
  const surcharge = amount < policy[`${payer}FeeUnder`] ? policy[`${payer}FeeUnderPlus`] : 0
  const fee = feeOf(amount, policy[`${payer}FeeBp`]) + policy[`${payer}FeePlus`] + surcharge
  return Math.min(Math.max(fee, policy[`${payer}FeeLeast`]), policy[`${payer}FeeMost`] ?? Number.POSITIVE_INFINITY)
}

/** The client's fee on a deposit, after `before` was deposited. */
export function clientFeeOf(policy: Policy, deposit: number, before: number): number {
  if (policy.clientFeeOn === 'each') return feeOfWhole(policy, 'client', deposit)
  const [now, then] = [before + deposit, before].map(total => feeOfWhole(policy, 'client', total))
  return Math.max(0, (now ?? 0) - (then ?? 0))
}

/** The freelancer's fee on a release or bonus, after `before` was paid. */
export function freelancerFeeOf(policy: Policy, amount: number, before: number): number {
  const isOnTotal = policy.freelancerFeeOn === 'total'
  const charged = isOnTotal ? feeOfWhole(policy, 'freelancer', before) : 0
  const due = feeOfWhole(policy, 'freelancer', isOnTotal ? before + amount : amount) - charged
  return Math.min(amount, Math.max(0, due))
}

/**
 * The total ever charged of a kind of fee (positive), or credited (negative), read off the ledger.
 */
export function postedOf(rows: readonly LedgerRow[], account: Account, which: 'charges' | 'credits'): number {
  const standing = rows.filter(row => row.reverses === undefined && row.reversedBy === undefined)
  const amounts = standing.flatMap(row =>
    row.postings.filter(posting => posting.account === account).map(posting => posting.amount),
  )
  return total(amounts.filter(amount => amount > 0 === (which === 'charges')))
}
