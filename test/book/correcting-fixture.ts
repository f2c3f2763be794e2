import type { Book } from '../../main/book/book.ts'
import { escrowOf } from '../../main/escrow/contract/state.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { newFolder, openBook, parse, recordAll } from './fixture.ts'

/** The contract of these tests. */
export const contractId = 'C0001'

/** Opens a contract with milestones A, B, C of these amounts. */
export const opening = (amounts: readonly number[]): EscrowCommandInput => ({
  type: 'open-contract',
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: 'Dana Reyes',
  currency: 'USD',
  milestones: amounts.map((amount, index) => ({ title: 'ABC'[index] ?? '', amount })),
  on: '2026-01-02',
})

/** Funds a milestone. */
export const fund = (milestoneId: string, more = {}): EscrowCommandInput => ({
  type: 'fund-milestone',
  contractId,
  milestoneId,
  on: '2026-01-05',
  ...more,
})

/** Releases an amount of a milestone. */
export const release = (milestoneId: string, amount: number, more = {}): EscrowCommandInput => ({
  type: 'release',
  contractId,
  milestoneId,
  amount,
  on: '2026-01-10',
  ...more,
})

/** Pays a bonus. */
export const bonus = (amount: number, more = {}): EscrowCommandInput => ({ type: 'bonus', contractId, amount, ...more })

/** A book in which these commands are recorded. */
export const bookOf = async (commands: readonly EscrowCommandInput[]): Promise<Book> =>
  recordAll(await openBook(newFolder()), commands)

/** Corrects an entry of the contract. */
export const correct = (book: Book, more: object): ReturnType<Book['execute']> =>
  book.execute(parse({ type: 'correct', contractId, ...more } as EscrowCommandInput))

/** The figures of the contract. Minor units. */
export function figures(book: Book) {
  const state = book.contract(contractId)
  if (state === undefined) throw new Error('no contract')
  const { deposited, released, refunded, bonuses, unallocated, milestones, status } = state
  return {
    escrow: escrowOf(state),
    deposited,
    released,
    refunded,
    bonuses,
    unallocated,
    status,
    milestones: milestones.map(({ id, status: each, held, released: paid }) => [id, each, held, paid]),
  }
}
