import { type ContractAttributes, EDITABLE_ATTRIBUTES } from '../../../shared/contract/attributes.ts'
import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { PlannedMilestone } from '../../../shared/contract/events.ts'
import { FEE_AMOUNT_FIELDS, FEE_PAYERS, feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import { isSameParty } from '../../../shared/contract/party-key.ts'
import type { Policy, PolicyChange } from '../../../shared/contract/policy.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { mergedPolicy, standardPolicy } from '../../../shared/contract/standard-policy.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import { type ContractState, escrowOf, type Parties } from '../contract/state.ts'
import {
  type Given,
  mustBePositive,
  mustBeRecordable,
  mustReachMinimum,
  totalMustBeRecordable,
} from '../rules/amounts.ts'
import { mustNotHaveEnded } from '../rules/conditions.ts'
import { mustNotBeClosed } from '../rules/period.ts'
import { allowedWhen, refuse, refused, type Verdict } from '../rules/verdict.ts'

/**
 * Opens a contract. Refuses `unknown-currency`, `same-party`, and amounts as `not-positive`,
 * `amount-too-large`, `below-minimum`.
 */
export function openContract(command: CommandOf<'open-contract'>, newContractId: string): Verdict {
  const { title, client, freelancer, currency, side = 'client', account, budget = null } = command
  const decimals = decimalsOf(currency)
  if (decimals === undefined) return refused(refuse('unknown-currency', { currency }, { field: 'currency' }))
  const policy = mergedPolicy(standardPolicy(decimals), command.policy)
  const amounts = command.milestones.map(({ amount }, index) => ({ field: `milestones.${index}.amount`, amount }))
  return allowedWhen(
    {
      parties: () => mustDiffer({ client, freelancer }, 'freelancer'),
      amount: () => {
        const given = [...inBudget(budget), ...amounts]
        return (
          mustBePositive(...given) ??
          mustBeRecordable(...given, ...inPolicy(policy)) ??
          totalMustBeRecordable('milestones', ...amounts.map(each => each.amount)) ??
          mustReachMinimum(policy.minimum, ...amounts)
        )
      },
    },
    () => {
      const milestones = command.milestones.map(
        ({ title, amount, due = null }, index): PlannedMilestone => ({ id: `M${index + 1}`, title, amount, due }),
      )
      return {
        events: () => [
          {
            type: 'contract-opened',
            title,
            client,
            freelancer,
            currency,
            decimals,
            budget,
            policy,
            side,
            ...(account !== undefined && { account }),
            milestones,
          },
        ],
        value: { contractId: newContractId },
      }
    },
  )
}

/**
 * Edits the attributes of a contract in any status. Refuses `same-party`, a budget or policy amount
 * out of the limits, archiving with money in escrow (`money-in-escrow`), and another side or
 * account where money moved in a closed period (`period-closed`).
 */
export function editContract(
  contract: ContractState,
  command: CommandOf<'edit-contract'>,
  closedUntil: IsoDate | null,
): Verdict {
  const { client, freelancer, budget, archived, side, account } = command
  const policy = command.policy && mergedPolicy(contract.policy, command.policy)
  return allowedWhen(
    {
      // Between the steps of a correction both may have one name: only an edit of names is asked.
      parties: () =>
        client === undefined && freelancer === undefined
          ? undefined
          : mustDiffer(
              { client: client ?? contract.client, freelancer: freelancer ?? contract.freelancer },
              freelancer === undefined ? 'client' : 'freelancer',
            ),
      amount: () =>
        mustBePositive(...inBudget(budget)) ??
        mustBeRecordable(...inBudget(budget), ...(policy ? inPolicy(policy) : [])) ??
        (archived ? mustHoldNothing(contract) : undefined),
      period: () => mustKeepPlace(contract, { side, account }, closedUntil, 'edit'),
    },
    () => ({
      events: () => [{ type: 'contract-edited', ...givenIn(command), ...(policy === undefined ? {} : { policy }) }],
    }),
  )
}

/**
 * Removes a contract that was opened by mistake. Refuses one that has ended (`contract-ended`), and
 * one of which moves of money or work stand (`contract-in-use`).
 */
export function removeContract(contract: ContractState): Verdict {
  return allowedWhen(
    { contractStatus: () => mustNotHaveEnded(contract), contractInUse: () => mustNotBeInUse(contract) },
    () => ({ events: () => [{ type: 'contract-removed' }] }),
  )
}

/** The place of a contract's money in the book: the side that counts it, and the account. */
export type Place = Pick<ContractState, 'side' | 'account'>

/**
 * Refuses another side or account of a contract of which money moved in a closed period
 * (`period-closed`). A `reason` other than an edit names no field.
 */
export function mustKeepPlace(
  { side, account, firstMoneyOn }: Place & Pick<ContractState, 'firstMoneyOn'>,
  other: { readonly [N in keyof Place]?: Place[N] | undefined },
  closedUntil: IsoDate | null,
  reason?: 'edit',
): Refusal | undefined {
  const changed =
    other.side !== undefined && other.side !== side
      ? 'side'
      : other.account !== undefined && other.account !== account
        ? 'account'
        : undefined
  if (changed === undefined) return undefined
  return mustNotBeClosed(firstMoneyOn, closedUntil, {
    variant: changed,
    ...(reason === 'edit' && { field: changed }),
  })
}

/** Every move of money or work but a bonus needs a deposit before it. */
function mustNotBeInUse({ title, status, deposited, bonuses }: ContractState): Refusal | undefined {
  const isUnused = status === 'open' && deposited === 0 && bonuses === 0
  return isUnused ? undefined : refuse('contract-in-use', { contract: title })
}

/** The attributes that an edit gives, all but the policy as the event has them. */
function givenIn(command: CommandOf<'edit-contract'>): Partial<Omit<ContractAttributes, 'policy'>> {
  const given = EDITABLE_ATTRIBUTES.filter(name => command[name] !== undefined)
  return Object.fromEntries(given.map(name => [name, command[name]]))
}

/** True if both parties have one name. */
export const areOne = ({ client, freelancer }: Parties): boolean => isSameParty(client, freelancer)

/** Refuses two parties with the same name (`same-party`). */
export function mustDiffer({ client, freelancer }: Parties, field?: string): Refusal | undefined {
  return areOne({ client, freelancer })
    ? refuse('same-party', { name: client.trim() }, field === undefined ? {} : { field })
    : undefined
}

function mustHoldNothing(contract: ContractState): Refusal | undefined {
  const escrow = escrowOf(contract)
  return escrow > 0
    ? refuse('money-in-escrow', { escrow: { money: escrow } }, { variant: 'archive', field: 'archived' })
    : undefined
}

function inBudget(budget: Given['amount'] | null | undefined): Given[] {
  return budget === null || budget === undefined ? [] : [{ field: 'budget', amount: budget }]
}

/** The amounts of a policy in the order of its fields; a fee without a most has none there. */
function inPolicy(policy: Policy): Given[] {
  return (['minimum', 'contractFee', ...FEE_AMOUNT_FIELDS] as const).flatMap(name => {
    const amount = policy[name]
    return amount === null ? [] : [{ field: `policy.${name}`, amount }]
  })
}

/**
 * Refuses a policy, after merging, of which a fee's most is less than its least, as `bad-input` of
 * `policy.XMost`: the message is malformed (rules.md, Words: Policy).
 */
export function mustBoundFees(policy: Policy | undefined, change: PolicyChange | undefined): Refusal | undefined {
  if (change === undefined) return undefined
  for (const payer of FEE_PAYERS) {
    const { least, most } = feeScheduleOf(mergedPolicy(policy ?? standardPolicy(0), change), payer)
    if (most !== null && most < least)
      return refuse(
        'bad-input',
        { least: { money: least } },
        { variant: 'most-below-least', field: `policy.${payer}FeeMost` },
      )
  }
  return undefined
}
