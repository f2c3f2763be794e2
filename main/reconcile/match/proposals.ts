import type { StandingEntry } from './book-side.ts'
import { type Decision, doubt } from './decision.ts'
import { feeDifference } from './effects.ts'
import type { Movement } from './movement.ts'
import { pairsOf } from './pairing.ts'
import { type Placed, placedTogether, type StageContext, type Staged, type Unplaced } from './stage.ts'

/**
 * Proposes entries without a reference that have a movement's amount within a few days, for a
 * person to confirm. A movement that remains carries the similar entry under another reference, if
 * any.
 */
export async function proposeByAmount(unplaced: readonly Unplaced[], context: StageContext): Promise<Staged<Unplaced>> {
  const { days, slices } = context
  const movements = unplaced.map(({ movement }) => movement)
  const { pairs, clashes } = await pairsOf(movements, context)
  const placed: Placed[] = []
  const rest: Unplaced[] = []
  for (const each of unplaced) {
    if (slices.areOver) await slices.next()
    const { movement } = each
    const entry = pairs.get(movement)
    const like = clashes.get(movement)
    if (entry !== undefined)
      placed.push(placedTogether(movement, proposed(movement, entry, Math.abs(entry.day - days.of(movement.main.on)))))
    else rest.push(like === undefined ? each : { ...each, like })
  }
  return { placed, rest }
}

function proposed(movement: Movement, { entry, contract, move }: StandingEntry, days: number): Decision {
  const fees = feeDifference(move, movement)
  return {
    state: 'proposed',
    entry,
    contractId: contract.id,
    command: { type: 'annotate', contractId: contract.id, entry, reference: movement.main.id },
    evidence: [
      doubt(
        fees === undefined
          ? { key: 'statement.proposed', params: { days } }
          : {
              key: 'statement.proposed.fee',
              params: { days, book: { money: fees.book }, statement: { money: fees.statement } },
            },
      ),
    ],
    sure: false,
  }
}
