import type { CommandOf } from '../../shared/contract/commands.ts'
import type { NextView } from '../../shared/contract/contract.ts'
import type { OfferedMove } from '../../shared/contract/moves.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Minor } from '../../shared/money/money.ts'
import { candidatesOf } from './candidates.ts'
import type { ContractState } from './contract/state.ts'
import { judge } from './decide.ts'
import { leftOver } from './moves/funding.ts'

/**
 * `NextView` without words. `leftOver` is the money left over if it is under the minimum, so that
 * it cannot fund a milestone by itself. Minor units.
 */
export interface NextFact extends Omit<NextView, 'label' | 'note'> {
  readonly leftOver?: Minor
}

/** `BlockedView` without words. */
export interface BlockedFact {
  readonly type: OfferedMove
  readonly milestoneId?: string
  readonly refusal: Refusal
}

/** The moves that are possible on a contract now and those that are not, in order of interest. */
export interface Prospects {
  readonly next: readonly NextFact[]
  readonly blocked: readonly BlockedFact[]
}

/**
 * Asks the rules themselves about each command a person may look for, so that an offered command is
 * accepted and a blocked one is refused for the reason given. `closedUntil` is the last day of the
 * closed period.
 */
export function prospectsOf(contract: ContractState, closedUntil: IsoDate | null): Prospects {
  // Judging a command of an existing contract needs neither an id nor entries.
  const context = { newContractId: '', closedUntil, entryExists: () => false }
  const next: NextFact[] = []
  const blocked: BlockedFact[] = []
  const small = smallLeftOver(contract)
  for (const { command, isMissed, usesLeftOver, ...offer } of candidatesOf(contract)) {
    const verdict = judge(contract, command, context)
    const named = nameOf(command)
    if (verdict.ok)
      next.push({ ...named, ...offer, ...(usesLeftOver && small !== undefined ? { leftOver: small } : {}) })
    else if (isMissed) blocked.push({ ...named, refusal: verdict.refusal })
  }
  return { next, blocked }
}

function nameOf(command: CommandOf<OfferedMove>): { readonly type: OfferedMove; readonly milestoneId?: string } {
  const { type } = command
  return 'milestoneId' in command && command.milestoneId !== undefined
    ? { type, milestoneId: command.milestoneId }
    : { type }
}

function smallLeftOver(contract: ContractState): Minor | undefined {
  const left = leftOver(contract)
  return left > 0 && left < contract.policy.minimum ? left : undefined
}
