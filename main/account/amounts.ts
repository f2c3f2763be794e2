import type { AccountCommand } from '../../shared/account/commands.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { LARGEST_AMOUNT, type Minor } from '../../shared/money/money.ts'
import { type Given, mustBePositive, mustBeRecordable } from '../escrow/rules/amounts.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import { type MoveSums, netOfMoves } from './state.ts'

/**
 * Refuses the amounts of a command: a fee below zero or, where it is taken out of the amount, above
 * it (`bad-input`); zero or less (`not-positive`); an adjustment of zero (`bad-amount`); more than
 * the limit (`amount-too-large`). An opening and an adjustment may have any sign.
 */
export function mustBeAmounts(command: AccountCommand): Refusal | undefined {
  switch (command.type) {
    case 'open-account':
    case 'edit-account':
      return command.opening === undefined
        ? undefined
        : mustBeRecordable({ field: 'opening', amount: absolute(command.opening) })
    case 'receive':
    case 'withdraw': {
      const given: Given[] = [{ field: 'amount', amount: command.amount }]
      if (command.type === 'withdraw' && command.arrived !== undefined)
        given.push({ field: 'arrived.amount', amount: command.arrived.amount })
      return mustBeFee(command) ?? mustBePositive(...given) ?? mustBeRecordable(...given, ...feeOf(command))
    }
    case 'charge':
    case 'withhold': {
      const given = { field: 'amount', amount: command.amount }
      return mustBePositive(given) ?? mustBeRecordable(given)
    }
    case 'adjust':
      return command.amount === 0
        ? refuse('bad-amount', {}, { variant: 'zero', field: 'amount' })
        : mustBeRecordable({ field: 'amount', amount: absolute(command.amount) })
    default:
      return undefined
  }
}

/** Refuses a move that would raise a total of its account above the limit (`amount-too-large`). */
export function mustKeepTotals(after: MoveSums): Refusal | undefined {
  const totals = [...Object.values(after), netOfMoves(after)]
  return totals.every(total => Math.abs(total) <= LARGEST_AMOUNT)
    ? undefined
    : refuse('amount-too-large', { limit: { money: LARGEST_AMOUNT as Minor } }, { variant: 'total', field: 'amount' })
}

type WithFee = Extract<AccountCommand, { type: 'receive' | 'withdraw' }>

function mustBeFee({ type, amount, fee }: WithFee): Refusal | undefined {
  if (fee === undefined) return undefined
  if (fee < 0) return refuse('bad-input', {}, { variant: 'negative', field: 'fee' })
  return type === 'receive' && amount > 0 && fee > amount
    ? refuse('bad-input', { amount: { money: amount } }, { variant: 'fee-above-amount', field: 'fee' })
    : undefined
}

function feeOf({ fee }: WithFee): Given[] {
  return fee === undefined ? [] : [{ field: 'fee', amount: fee }]
}

function absolute(amount: Minor): Minor {
  return Math.abs(amount) as Minor
}
