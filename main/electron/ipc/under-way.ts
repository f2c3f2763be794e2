import type { EscrowCommand } from '../../../shared/contract/commands.ts'
import type { OpenUnderWay } from '../../../shared/contract/under-way.ts'
import { type Outcome, refused } from '../../answers/outcome.ts'
import type { CommandsOfNew, Refused } from '../../book/book.ts'

/**
 * The commands of the rulebook that record a contract under way, in order: its opening, then its
 * moves.
 */
export function commandsOf({ moves, ...opening }: OpenUnderWay): CommandsOfNew {
  return contractId => [
    { ...opening, type: 'open-contract' },
    ...moves.map((move): EscrowCommand => ({ ...move, contractId })),
  ]
}

/**
 * A refusal whose field is the person's input: for a move, with its position (`moves.0.amount`).
 */
export function refusedMove({ refusal, index = 0 }: Refused): Outcome<never> {
  if (index === 0) return refused(refusal)
  const place = `moves.${index - 1}`
  return refused({ ...refusal, field: refusal.field === undefined ? place : `${place}.${refusal.field}` })
}
