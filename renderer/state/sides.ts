import type { SummaryRow } from '../../shared/api/contracts.ts'
import type { Side } from '../../shared/contract/attributes.ts'
import { useStore } from './store.ts'

const SIDES: readonly Side[] = ['client', 'freelancer']

/** The sides that these contracts are kept as; none in an empty book. */
export function sidesIn(summary: readonly Pick<SummaryRow, 'sides'>[]): readonly Side[] {
  return SIDES.filter(side => summary.some(({ sides }) => sides[side] > 0))
}

/**
 * The side to speak as: that of all these contracts, or the person's usual one if they have both or
 * there are none.
 */
export function sideOf(summary: readonly Pick<SummaryRow, 'sides'>[], usual: Side): Side {
  const [side, other] = sidesIn(summary)
  return side === undefined || other !== undefined ? usual : side
}

/** The side that a new contract is likely to have: that of the contracts of the book. */
export function useSide(): Side {
  const usual = useStore(state => state.preferences?.side ?? 'client')
  return useStore(state => sideOf(state.summary ?? [], usual))
}
