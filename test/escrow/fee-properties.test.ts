import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { mostWithClientFeeWithin, policyFee } from '../../main/escrow/rules/fees.ts'
import type { Policy, PolicyChange } from '../../shared/contract/policy.ts'
import { mergedPolicy, standardPolicy } from '../../shared/contract/standard-policy.ts'
import { type Minor, minor } from '../../shared/money/money.ts'

const LIMIT = minor(1e12)

describe('Whatever the schedule', () => {
  const money = (most: number) => fc.integer({ min: 0, max: most })
  const schedule = fc
    .record({
      bp: money(10_000),
      plus: money(1_000),
      least: money(2_000),
      above: fc.option(money(50_000)),
      under: money(20_000),
      underPlus: money(1_000),
      on: fc.constantFrom('each', 'total'),
    })
    .map(({ bp, plus, least, above, under, underPlus, on }) =>
      mergedPolicy(standardPolicy(2), {
        ...of('client', bp, plus, least, above, under, underPlus, on),
        ...of('freelancer', bp, plus, least, above, under, underPlus, on),
      } as PolicyChange),
    )
  const amounts = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 12 })

  function of(
    payer: string,
    bp: number,
    plus: number,
    least: number,
    above: number | null,
    under: number,
    underPlus: number,
    on: string,
  ) {
    return {
      [`${payer}FeeBp`]: bp,
      [`${payer}FeePlus`]: plus,
      [`${payer}FeeLeast`]: least,
      [`${payer}FeeMost`]: above === null ? null : least + above,
      [`${payer}FeeUnder`]: under,
      [`${payer}FeeUnderPlus`]: underPlus,
      [`${payer}FeeOn`]: on,
    }
  }

  /** The parts of a contract that its next client fee follows from. */
  function contractWith(policy: Policy, deposited: number): ContractState {
    const fees = { client: { charged: minor(0), credited: minor(0) } }
    return { policy, deposited: minor(deposited), fees } as ContractState
  }

  /** The fees of amounts that follow one another. */
  function feesOf(policy: Policy, payer: 'client' | 'freelancer', paid: readonly number[]): readonly Minor[] {
    let before = minor(0)
    return paid.map(amount => {
      const fee = policyFee(policy, payer, minor(amount), before)
      before = minor(before + amount)
      return fee
    })
  }

  test('no fee is below zero, and the freelancer’s is never above the amount it is taken out of', () => {
    fc.assert(
      fc.property(schedule, amounts, (policy, paid) => {
        for (const fee of feesOf(policy, 'client', paid)) expect(fee).toBeGreaterThanOrEqual(0)
        for (const [index, fee] of feesOf(policy, 'freelancer', paid).entries()) {
          expect(fee).toBeGreaterThanOrEqual(0)
          expect(fee).toBeLessThanOrEqual(paid[index] ?? 0)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('fees on the total add up to the fee of the total, if small amounts cost no more', () => {
    fc.assert(
      fc.property(schedule, amounts, (terms, paid) => {
        const policy: Policy = { ...terms, clientFeeOn: 'total', clientFeeUnderPlus: minor(0) }
        const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
        expect(total(feesOf(policy, 'client', paid))).toBe(policyFee(policy, 'client', minor(total(paid)), minor(0)))
      }),
      { numRuns: 2_000 },
    )
  })

  test('fees of a percentage alone are that percentage of each amount', () => {
    fc.assert(
      fc.property(money(10_000), amounts, (bp, paid) => {
        const policy = mergedPolicy(standardPolicy(2), { clientFeeBp: bp })
        expect(feesOf(policy, 'client', paid)).toEqual(
          paid.map(amount => Number((BigInt(amount) * BigInt(bp) * 2n + 10_000n) / 20_000n)),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  test('the largest deposit whose fee there is room for is exact on both sides', () => {
    fc.assert(
      fc.property(schedule, money(5_000), money(40_000), (policy, room, deposited) => {
        const most = mostWithClientFeeWithin(contractWith(policy, deposited), LIMIT, minor(room))
        const fee = (amount: number): number => policyFee(policy, 'client', minor(amount), minor(deposited))
        const steps = [1, policy.clientFeeUnder - 1, policy.clientFeeUnder - 1 - deposited, most - 1, most]
        for (const amount of steps.filter(each => each > 0 && each <= most))
          expect(fee(amount)).toBeLessThanOrEqual(room)
        if (most < LIMIT) expect(fee(most + 1)).toBeGreaterThan(room)
      }),
      { numRuns: 1_000 },
    )
  })
})
