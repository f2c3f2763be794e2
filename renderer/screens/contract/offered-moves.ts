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
export function movesOfMilestone({ next }: ContractView, milestoneId: string): readonly NextView[] {
  return inOrder(next.filter(each => each.milestoneId === milestoneId))
}

function isIn(places: readonly Place[], place: Place | null): boolean {
  return place !== null && places.includes(place)
}

function inOrder(moves: readonly NextView[]): readonly NextView[] {
  return [...moves].sort((a, b) => MOVE_TYPES.indexOf(a.type) - MOVE_TYPES.indexOf(b.type))
}
