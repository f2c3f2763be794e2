import type { ContractState } from '../../main/escrow/contract/state.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import type { Chance } from './chance.ts'

/** A day before or after today. */
export function someDay(today: IsoDate, chance: Chance): IsoDate {
  return addDays(today, chance.between(-40, 40))
}

/**
 * The day of a command: mostly an allowed one, otherwise just after today or just before the latest
 * day in date order.
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
