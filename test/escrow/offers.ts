import { expect } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { type Decision, decide } from '../../main/escrow/decide.ts'
import type { BlockedFact, NextFact } from '../../main/escrow/next.ts'
import { viewContract } from '../../main/escrow/view.ts'
import { type RecordedCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'

/** The command of an offer, with an amount if it takes one (minor units). */
export function commandOf(
  { type, milestoneId = '' }: NextFact | BlockedFact,
  contract: ContractState,
  amount: number | undefined,
): RecordedCommandInput {
  const contractId = contract.id
  const sum = amount ?? 1
  const named = milestoneId === '' ? {} : { milestoneId }
  switch (type) {
    case 'add-milestone':
      return { type, contractId, title: 'More', amount: amount ?? contract.policy.minimum }
    case 'edit-milestone':
      return { type, contractId, milestoneId, ...(amount === undefined ? { title: 'Other' } : { amount }) }
    case 'remove-milestone':
    case 'submit-work':
    case 'request-changes':
      return { type, contractId, milestoneId }
    case 'move-milestone':
      return { type, contractId, milestoneId, to: contract.milestones.length - 1 }
    case 'fund-milestone':
      return { type, contractId, milestoneId, ...(amount === undefined ? {} : { amount }) }
    case 'release':
    case 'request-refund':
    case 'open-dispute':
      return { type, contractId, ...named, amount: sum }
    case 'bonus':
    case 'return-payment':
      return { type, contractId, amount: sum }
    case 'resolve-dispute':
      return { type, contractId, release: sum, refund: (contract.dispute?.amount ?? 0) - sum }
    case 'end-contract':
      return { type, contractId, refundRemainder: true }
    case 'approve-refund':
    case 'decline-refund':
    case 'cancel-refund':
    case 'remove-contract':
    case 'reverse':
    case 'edit-contract':
      return { type, contractId }
    default:
      return missingCase(type)
  }
}

/**
 * Expects each offer to be accepted at its limits and default and refused just outside them, each
 * blocked move to be refused for its reason, and each deadline to offer an accepted command.
 */
export function expectOffersToHold(contract: ContractState, today: IsoDate): void {
  const facts = viewContract(contract, today)
  const outcome = (command: RecordedCommandInput): Decision =>
    decide(contract, recordedCommandSchema.parse(command), {
      today,
      newContractId: 'C2',
      closedUntil: null,
      entryExists: () => true,
    })
  const codeOf = (command: RecordedCommandInput): string => {
    const decision = outcome(command)
    return decision.ok ? 'accepted' : decision.refusal.code
  }
  const wrong: string[] = []
  const mustBe = (isRight: boolean, why: string, command: RecordedCommandInput): void => {
    if (!isRight) wrong.push(`${why}: ${JSON.stringify(command)} is ${codeOf(command)}`)
  }
  for (const fact of facts.next) {
    const { min, max, default: usual } = fact
    const isBounded = min !== undefined && max !== undefined
    for (const amount of isBounded ? [min, max, usual] : [undefined]) {
      const command = commandOf(fact, contract, amount)
      mustBe(codeOf(command) === 'accepted', 'offered', command)
    }
    for (const amount of isBounded ? [min - 1, max + 1] : []) {
      const command = commandOf(fact, contract, amount)
      mustBe(codeOf(command) !== 'accepted', 'just outside', command)
    }
    if (fact.deposit !== undefined)
      expect(outcome(commandOf(fact, contract, usual))).toMatchObject({
        value: { deposit: fact.deposit, carried: fact.carried },
      })
  }
  for (const fact of facts.blocked) {
    const command = commandOf(fact, contract, undefined)
    mustBe(codeOf(command) === fact.refusal.code, `blocked as ${fact.refusal.code}`, command)
  }
  for (const { offers } of facts.deadlines)
    if (offers !== null) mustBe(codeOf(offers) === 'accepted', 'offered on its day', offers)
  expect(wrong).toEqual([])
}
