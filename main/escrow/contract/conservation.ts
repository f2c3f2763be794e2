import { sum } from '../../../shared/money/money.ts'
import { addSums, NO_SUMS, sumsOf } from './milestone-sums.ts'
import { type ContractState, escrowOf, type MilestoneState } from './state.ts'

/**
 * Throws an Error that names the fault if a milestone's money does not add up: funded = released +
 * refunded + carried + held, each ≥ 0.
 */
export function assertMilestoneConserved(contractId: string, milestone: MilestoneState): void {
  const { id, funded, released, refunded, carried, held } = milestone
  const where = (): string => `contract ${contractId}, milestone ${id}`
  assertNoneNegative(where, { funded, released, refunded, carried, held })
  assertEqual(
    () => `${where()}: funded = released + refunded + carried + held`,
    funded,
    sum(released, refunded, carried, held),
  )
}

/**
 * Throws an Error that names the fault if a contract's totals do not add up: deposited = released +
 * refunded + escrow, each ≥ 0. Takes the same time for any contract.
 */
export function assertTotalsConserved(contract: ContractState): void {
  const { id, sums, unallocated, deposited, released, refunded, bonuses, returned, fees } = contract
  const where = (): string => `contract ${id}`
  assertNoneNegative(where, sums)
  assertNoneNegative(where, { unallocated, deposited, released, refunded, bonuses, returned })
  assertEqual(
    () => `${where()}: deposited = released + refunded + escrow`,
    deposited,
    sum(released, refunded, escrowOf(contract)),
  )
  for (const kind of ['client', 'freelancer', 'contract'] as const) {
    const { charged, credited } = fees[kind]
    assertNoneNegative(() => `${where()}, ${kind} fee`, { charged, credited, 'charged - credited': charged - credited })
  }
}

/**
 * Throws an Error that names the fault in a whole contract: its totals, each milestone, and the
 * sums over them (escrow = all held + unallocated). Walks through all milestones, so it is for a
 * state from a file or a complete fold; `evolve` checks the parts that an entry touched.
 */
export function assertConserved(contract: ContractState): void {
  assertTotalsConserved(contract)
  for (const milestone of contract.milestones) assertMilestoneConserved(contract.id, milestone)
  const sums = contract.milestones.map(sumsOf).reduce(addSums, NO_SUMS)
  assertEqual(() => `contract ${contract.id}: sum of held`, contract.sums.held, sums.held)
  assertEqual(() => `contract ${contract.id}: sum of planned`, contract.sums.planned, sums.planned)
  assertEqual(() => `contract ${contract.id}: sum of remainders`, contract.sums.remainders, sums.remainders)
  assertEqual(() => `contract ${contract.id}: sum of surplus`, contract.sums.surplus, sums.surplus)
  const holding = contract.milestones.filter(milestone => milestone.held > 0).map(milestone => milestone.id)
  assertEqual(
    () => `contract ${contract.id}: milestones that hold money`,
    [...contract.holding].sort().join(),
    holding.sort().join(),
  )
}

// Runs after every entry and for every contract of a checkpoint, so messages are only made for
// faults.
function assertNoneNegative<T extends { readonly [name in keyof T]: number }>(where: () => string, amounts: T): void {
  for (const name in amounts) if (!(amounts[name] >= 0)) throw new Error(`${where()}: ${name} is ${amounts[name]}`)
}

function assertEqual(what: () => string, one: number | string, other: number | string): void {
  if (one !== other) throw new Error(`${what()}: ${one} is not ${other}`)
}
