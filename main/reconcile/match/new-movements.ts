import type { Decision, Problem } from './decision.ts'
import { type Offer, Offers } from './offers.ts'
import { type Placed, placedTogether, type StageContext, type Staged, type Unplaced } from './stage.ts'

/**
 * Places all remaining movements as new, each with the commands that would record it on its
 * contract after the movements before it.
 */
export async function placeAsNew(
  unplaced: readonly Unplaced[],
  { book, finder, earlier, today, slices }: StageContext,
): Promise<Staged<Unplaced>> {
  await finder.ready(slices)
  const offers = new Offers(finder, { today, closedUntil: book.closedUntil })
  const lineOf = linesById(earlier)
  const placed: Placed[] = []
  for (const { movement, like } of unplaced) {
    const { id, hasOwnId, line } = movement.main
    const twin = hasOwnId ? lineOf.get(id) : undefined
    if (twin === undefined) lineOf.set(id, line)
    const { offer, after } = offers.offerFor(movement)
    if (after !== undefined) offers.countAsDone(after)
    placed.push(placedTogether(movement, asNew(offer, doubtOf(offer, twin, like?.entry))))
    if (slices.areOver) await slices.next()
  }
  return { placed, rest: [] }
}

/** The line of each id that is already in the book. */
function linesById(earlier: readonly Placed[]): Map<string, number> {
  const lines = new Map<string, number>()
  for (const { row, decision } of earlier) if ('id' in row && decision.state !== 'proposed') lines.set(row.id, row.line)
  return lines
}

/**
 * The reason a new row is not safe to tick: another line with its id, the rules, or a similar
 * entry.
 */
function doubtOf({ problem }: Offer, twin: number | undefined, like: number | undefined): Problem | undefined {
  if (twin !== undefined) return { key: 'statement.new.twin', params: { line: twin } }
  if (problem !== undefined || like === undefined) return problem
  return { key: 'statement.new.like', params: { entry: like } }
}

function asNew({ contractId, before, command }: Offer, problem: Problem | undefined): Decision {
  return {
    state: 'new',
    ...(contractId !== undefined && { contractId }),
    ...(before !== undefined && { before }),
    ...(command !== undefined && { command }),
    ...(problem !== undefined && { problem }),
    sure: command !== undefined && problem === undefined,
  }
}
