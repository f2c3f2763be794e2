import type { Book } from '../../../main/book/book.ts'
import { viewContract } from '../../../main/escrow/view.ts'
import { TODAY } from '../fixture.ts'

/**
 * The figures of a book that must not change with its format: its totals, and for each contract
 * everything a person sees.
 */
export function figuresOf(book: Book): unknown {
  const { entries, position, head } = book.info()
  const contracts = [...book.contracts()].map(state => {
    const {
      id,
      title,
      client,
      freelancer,
      currency,
      status,
      archived,
      escrow,
      unallocated,
      deposited,
      released,
      refunded,
      bonuses,
      returned,
      fees,
      milestones,
    } = viewContract(state, TODAY)
    const money = { escrow, unallocated, deposited, released, refunded, bonuses, returned, fees }
    const parts = milestones.map(({ id, title, amount, due, status, held, released, refunded, carried }) => ({
      id,
      title,
      amount,
      due,
      status,
      held,
      released,
      refunded,
      carried,
    }))
    return {
      id,
      title,
      client,
      freelancer,
      currency,
      status,
      archived,
      ...money,
      milestones: parts,
      flows: book.flows(id),
      annotations: book.annotations(id),
    }
  })
  const { closedUntil, papers } = book
  const own = { ...(closedUntil !== null && { closedUntil }), ...(papers.length > 0 && { papers }) }
  return { entries, position, head, ...own, contracts }
}
