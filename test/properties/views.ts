import type { ContractState } from '../../main/escrow/contract/state.ts'
import { type ContractFacts, viewContract } from '../../main/escrow/view.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'

const views = new WeakMap<ContractState, { readonly today: IsoDate; readonly view: ContractFacts }>()

/** The view of a contract on a day, cached by state: checks and generators both ask for it. */
export function viewOf(contract: ContractState, today: IsoDate): ContractFacts {
  const known = views.get(contract)
  if (known?.today === today) return known.view
  const view = viewContract(contract, today)
  views.set(contract, { today, view })
  return view
}
