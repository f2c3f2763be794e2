import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { MOVE_FACTS, MOVE_TYPES, type MoveFacts } from '../../../shared/contract/moves.ts'

type Place = NonNullable<NonNullable<MoveFacts['offered']>['contract']>

/** The moves of a whole contract that are possible now and belong in one of `places`, in order. */
export function movesOfferedIn({ next }: ContractView, ...places: readonly Place[]): readonly NextView[] {
  return inOrder(
    next.filter(
      ({ type, milestoneId }) => milestoneId === undefined && isIn(places, MOVE_FACTS[type].offered.contract),
    ),
  )
}

/** The moves of a milestone that are possible now, in order. */
export function movesOfMilestone({ next, side }: ContractView, milestoneId: string): readonly NextView[] {
  const moves = inOrder(next.filter(each => each.milestoneId === milestoneId))
  if (side === 'client') return moves
  // A freelancer submits first, and is then paid.
  const [submit, pay] = [moves.find(is('submit-work')), moves.find(is('release'))]
  return submit === undefined || pay === undefined
    ? moves
    : moves.filter(each => each !== submit).flatMap(each => (each === pay ? [submit, pay] : [each]))
}

const is =
  (wanted: NextView['type']) =>
  ({ type }: NextView): boolean =>
    type === wanted

function isIn(places: readonly Place[], place: Place | null): boolean {
  return place !== null && places.includes(place)
}

function inOrder(moves: readonly NextView[]): readonly NextView[] {
  return [...moves].sort((a, b) => MOVE_TYPES.indexOf(a.type) - MOVE_TYPES.indexOf(b.type))
}
