import type { ContractState } from '../../main/escrow/contract/state.ts'
import { type ContractFacts, viewContract } from '../../main/escrow/view.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Driver } from './driver.ts'

const views = new WeakMap<
  ContractState,
  { readonly today: IsoDate; readonly closedUntil: IsoDate | null; readonly view: ContractFacts }
>()

/**
 * The view of a contract on a day of a book, cached by state: checks and generators both ask for
 * it.
 */
export function viewOf(
  contract: ContractState,
  { today, closedUntil }: Pick<Driver, 'today' | 'closedUntil'>,
): ContractFacts {
  const known = views.get(contract)
  if (known?.today === today && known.closedUntil === closedUntil) return known.view
  const view = viewContract(contract, today, closedUntil)
  views.set(contract, { today, closedUntil, view })
  return view
}
