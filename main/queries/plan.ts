import type { PlanStep, PlanWay } from '../../shared/api/plan.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import { type RecordedCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import { atLeastZero, LARGEST_AMOUNT, less, type Minor, minor, sum, ZERO } from '../../shared/money/money.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import { answerError } from '../answers/refusal-answer.ts'
import { barOf } from '../escrow/bar.ts'
import { type ContractState, chargedOf, escrowOf } from '../escrow/contract/state.ts'
import { decide } from '../escrow/decide.ts'
import { evolve } from '../escrow/evolve.ts'
import { inDeposits } from './deposit-split.ts'

type Plan = QueryOf<'plan'>

/** The id of the contract that a plan is tried on, which is in no book. */
const CONTRACT = 'plan'

/** All fees charged so far, less credits. */
function feesOf({ fees }: ContractState): Minor {
  return sum(chargedOf(fees.client), chargedOf(fees.freelancer), chargedOf(fees.contract))
}

/** Runs one way to fund a plan through the engine, and collects its steps. */
class Rehearsal {
  state: ContractState | undefined
  readonly steps: PlanStep[] = []
  deposits = 0
  peak: Minor = ZERO
  readonly #today: IsoDate
  readonly #voice: Voice

  constructor(today: IsoDate, voice: Voice) {
    this.#today = today
    this.#voice = voice
  }

  /**
   * Runs one command. Returns its refusal, or adds a step. `inHand` is the value of the work in
   * hand, in minor units: escrow beyond it is at risk.
   */
  give(input: RecordedCommandInput, label: string, inHand: Minor): Refusal | undefined {
    const command = recordedCommandSchema.parse(input)
    const before = this.state
    const decision = decide(before, command, {
      today: this.#today,
      newContractId: CONTRACT,
      closedUntil: null,
      entryExists: () => false,
    })
    if (!decision.ok) return decision.refusal
    const { events, on, value } = decision
    const entry = this.steps.length + 1
    const after = evolve(before, { entry, contract: CONTRACT, type: command.type, on, events })
    this.state = after
    const escrow = escrowOf(after)
    const deposit = less(after.deposited, before?.deposited ?? ZERO)
    if (deposit > 0) this.deposits++
    if (escrow > this.peak) this.peak = escrow
    this.steps.push({
      command: input,
      label,
      deposit,
      carried: value.carried ?? ZERO,
      released: less(after.released, before?.released ?? ZERO),
      fees: less(feesOf(after), before === undefined ? ZERO : feesOf(before)),
      escrow,
      cash: less(sum(after.deposited, chargedOf(after.fees.client), chargedOf(after.fees.contract)), after.refunded),
      atRisk: atLeastZero(less(escrow, inHand)),
      bar: barOf(after),
    })
    return undefined
  }

  way(id: PlanWay['id'], refusal: Refusal | undefined): PlanWay {
    const { deposits, peak, steps } = this
    return {
      id,
      possible: refusal === undefined,
      ...(refusal !== undefined && { reason: answerError(refusal, this.#voice).message }),
      deposits,
      peak,
      steps,
    }
  }
}

/**
 * Rehearses one way. `funding` is the amount to fund each milestone with. Every milestone is paid
 * its planned amount before the next is funded; the remainder is refunded.
 */
function rehearse(id: PlanWay['id'], plan: Plan, funding: readonly Minor[], today: IsoDate, voice: Voice): PlanWay {
  const rehearsal = new Rehearsal(today, voice)
  const titles = plan.milestones.map(({ title }, i) => title ?? say('way.milestone', { number: i + 1 }, voice))
  const milestones = plan.milestones.map(({ amount }, i) => ({ title: titles[i] ?? '', amount }))
  const refusal = ((): Refusal | undefined => {
    const opening: RecordedCommandInput = {
      type: 'open-contract',
      title: say('way.title', {}, voice),
      client: say('way.client', {}, voice),
      freelancer: say('way.freelancer', {}, voice),
      currency: plan.currency,
      milestones,
      ...(plan.policy !== undefined && { policy: plan.policy }),
    }
    const refused = rehearsal.give(opening, say('way.step.open', {}, voice), ZERO)
    if (refused !== undefined) return refused
    for (const [i, { amount, title }] of milestones.entries()) {
      const milestoneId = rehearsal.state?.milestones[i]?.id ?? ''
      const fund: RecordedCommandInput = {
        type: 'fund-milestone',
        contractId: CONTRACT,
        milestoneId,
        amount: funding[i] ?? amount,
      }
      const pay: RecordedCommandInput = { type: 'release', contractId: CONTRACT, milestoneId, amount }
      const stopped =
        rehearsal.give(fund, say('way.step.fund', { milestone: title }, voice), amount) ??
        rehearsal.give(pay, say('way.step.pay', { milestone: title, amount: { money: amount } }, voice), ZERO)
      if (stopped !== undefined) return stopped
    }
    return endOf(rehearsal, voice)
  })()
  return rehearsal.way(id, refusal)
}

/** Ends the contract of a rehearsal, which refunds the remainder. */
function endOf(rehearsal: Rehearsal, voice: Voice): Refusal | undefined {
  if (rehearsal.state === undefined || escrowOf(rehearsal.state) === 0) return undefined
  const end: RecordedCommandInput = { type: 'end-contract', contractId: CONTRACT, refundRemainder: true }
  const approve: RecordedCommandInput = { type: 'approve-refund', contractId: CONTRACT }
  return (
    rehearsal.give(end, say('way.step.end', {}, voice), ZERO) ??
    rehearsal.give(approve, say('way.step.refund', {}, voice), ZERO)
  )
}

/** A way that the rules exclude before any money moves. */
function notPossible(id: PlanWay['id'], reason: string): PlanWay {
  return { id, possible: false, reason, deposits: 0, peak: ZERO, steps: [] }
}

/** The refusal of the first amount that no contract can have; undefined if all are possible. */
function unsoundAmount(plan: Plan): Refusal | undefined {
  const amounts = [
    { amount: plan.amount, field: 'amount' },
    ...plan.milestones.map(({ amount }, i) => ({ amount, field: `milestones.${i}.amount` })),
  ]
  for (const { amount, field } of amounts) {
    if (amount <= 0) return { code: 'not-positive', params: {}, field }
    if (amount > LARGEST_AMOUNT)
      return { code: 'amount-too-large', params: { limit: { money: minor(LARGEST_AMOUNT) } }, field }
  }
  return undefined
}

/**
 * Answers the query `plan`: compares the ways to pay a given amount for milestones, step by step
 * through the real engine. Ways: fund each milestone in turn; fund all of them with the first and
 * carry the remainder; two deposits; with four milestones or more, three deposits. Refuses
 * `unknown-currency`, `not-positive`, `amount-too-large`.
 */
export function planOf(plan: Plan, today: IsoDate, locale: string): Outcome<QueryValues['plan']> {
  const decimals = decimalsOf(plan.currency)
  if (decimals === undefined)
    return refused({ code: 'unknown-currency', params: { currency: plan.currency }, field: 'currency' })
  const unsound = unsoundAmount(plan)
  if (unsound !== undefined) return refused(unsound)
  const voice: Voice = { locale, decimals }
  const amounts = plan.milestones.map(({ amount }) => amount)
  const first = amounts[0] ?? ZERO
  const each = rehearse('each', plan, amounts, today, voice)
  const many = plan.policy?.funding === 'many'
  const carriedOn = (id: Exclude<PlanWay['id'], 'each'>, funding: () => readonly Minor[]): PlanWay => {
    if (many) return notPossible(id, say('way.reason.many', {}, voice))
    if (amounts.length < 2) return notPossible(id, say('way.reason.single', {}, voice))
    return rehearse(id, plan, funding(), today, voice)
  }
  const allAtOnce =
    plan.amount < first
      ? notPossible(
          'all-at-once',
          say('way.reason.too-little', { amount: { money: plan.amount }, first: { money: first } }, voice),
        )
      : carriedOn('all-at-once', () => [plan.amount, ...amounts.slice(1)])
  const twoDeposits = carriedOn('two-deposits', () => inDeposits(amounts, 2))
  // With three milestones, three deposits would be the same as funding each in turn.
  const threeDeposits = amounts.length > 3 ? [carriedOn('three-deposits', () => inDeposits(amounts, 3))] : []
  return accepted({ ways: [each, allAtOnce, twoDeposits, ...threeDeposits] })
}
