import type { ContractState } from '../../main/escrow/contract/state.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import type { Chance } from './chance.ts'

/** A day around today, in either direction. */
export function someDay(today: IsoDate, chance: Chance): IsoDate {
  return addDays(today, chance.between(-40, 40))
}

/**
 * A day for a command to have happened on: mostly one the rules allow, else just after today or
 * just before the latest that keeps date order.
 */
export function dayOfCommand(contract: ContractState, today: IsoDate, chance: Chance): IsoDate {
  const latest = contract.latestOrdered ?? addDays(today, -10)
  return chance.weighted([
    [6, today],
    [4, latest],
    [2, addDays(latest, chance.between(0, 5))],
    [2, addDays(latest, -1)],
    [2, addDays(today, 1)],
    [1, addDays(today, -chance.between(0, 400))],
  ])
}
