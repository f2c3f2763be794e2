import type { GoodRow } from '../read/row.ts'
import { numberOfContract } from './book-side.ts'
import { type Clue, type Decision, doubt } from './decision.ts'
import { effectOfEvents } from './effects.ts'
import { Offers } from './offers.ts'
import { type Proof, proofOf } from './proof.ts'
import { type Placed, placedTogether, type StageContext, type Staged, type Unplaced } from './stage.ts'

/** An id with fewer digits is a word, which the statements of every month may have. */
const DIGITS_OF_ID = 6

/**
 * Places all remaining movements as new, each with the commands that would record it on its
 * contract after the movements before it that are ticked, and the evidence for and against it. Sure
 * is what is proved and has no doubt.
 */
export async function placeAsNew(
  unplaced: readonly Unplaced[],
  { book, side, names, earlier, today, ticks, left, slices }: StageContext,
): Promise<Staged<Unplaced>> {
  await names.ready(slices)
  const offers = new Offers(names, { today, closedUntil: book.closedUntil })
  const twins = new Twins(earlier)
  const placed: Placed[] = []
  for (const each of unplaced) {
    const { movement } = each
    const { main, parts } = movement
    const found = proofOf(movement, names, offers)
    const doubts = [...twins.of(main), ...doubtsOf(each), ...leftOut(main, left)]
    const decision = asNew(each, found, doubts, book.closedUntil)
    placed.push(placedTogether(movement, decision))
    const lines = [main, ...parts].map(({ line }) => line)
    const chosen = ticks.chosenFor(lines)
    if (chosen !== undefined) offers.countChosen(chosen, main, id => side.contracts[numberOfContract(id)])
    else if (found.offer?.after !== undefined && ticks.has(lines, decision)) offers.countAsDone(found.offer.after)
    if (slices.areOver) await slices.next()
  }
  return { placed, rest: [] }
}

/** Rows with the same id, day and amount: one payment listed twice, or two. */
class Twins {
  readonly #lines = new Map<string, number>()

  constructor(earlier: readonly Placed[]) {
    for (const { row, decision } of earlier)
      if ('id' in row && decision.state !== 'proposed') this.#lines.set(keyOf(row), row.line)
  }

  of(row: GoodRow): readonly Clue[] {
    if (row.word === '') return []
    const twin = this.#lines.get(keyOf(row))
    if (twin === undefined) this.#lines.set(keyOf(row), row.line)
    return twin === undefined ? [] : [doubt({ key: 'statement.new.twin', params: { line: twin } })]
  }
}

const keyOf = ({ word, on, amount }: GoodRow): string => JSON.stringify([word, on, amount])

/** The entries of the book that make a new row doubtful. */
function doubtsOf({ movement, like, sameReference }: Unplaced): readonly Clue[] {
  const isId = movement.main.word.replaceAll(/\D/g, '').length >= DIGITS_OF_ID
  return [
    ...(like === undefined ? [] : [doubt({ key: 'statement.new.like', params: { entry: like.entry } })]),
    ...(isId ? sameReferenceAs(sameReference) : []),
  ]
}

const sameReferenceAs = (entry: number | undefined): readonly Clue[] =>
  entry === undefined ? [] : [doubt({ key: 'statement.new.same-reference', params: { entry } })]

function leftOut({ id }: GoodRow, left: StageContext['left']): readonly Clue[] {
  const on = left(id)
  return on === undefined ? [] : [doubt({ key: 'statement.new.left-out', params: { on: { day: on } } })]
}

function asNew(
  { movement, sameReference }: Unplaced,
  { offer, evidence, stranger, isForeign = false }: Proof,
  doubts: readonly Clue[],
  closedUntil: StageContext['book']['closedUntil'],
): Decision {
  const isClosed = closedUntil !== null && movement.main.on <= closedUntil
  const counted = [...evidence, ...doubts]
  const all = doubts.length > 0 ? counted : [...counted, ...sameReferenceAs(sameReference)]
  const command = isClosed ? undefined : offer?.commands.at(-1)
  const before = command === undefined ? [] : (offer?.commands.slice(0, -1) ?? [])
  const events = offer?.events ?? []
  return {
    state: 'new',
    ...(offer !== undefined && { contractId: offer.contract.id }),
    ...(before.length > 0 && { before }),
    ...(command !== undefined && { command }),
    evidence: isClosed
      ? [doubt({ key: 'statement.new.closed', params: { until: { day: closedUntil } } }), ...all]
      : all,
    ...(stranger !== undefined && { stranger }),
    ...(isForeign && { isForeign }),
    sure: command !== undefined && counted.length > 0 && counted.every(({ proves }) => proves),
    ...(offer?.after !== undefined && {
      recorded: {
        client: effectOfEvents(events, 'client'),
        freelancer: effectOfEvents(events, 'freelancer'),
        escrow: effectOfEvents(events, 'escrow'),
      },
    }),
  }
}
