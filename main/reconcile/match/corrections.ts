import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { type BookSide, numberOfContract } from './book-side.ts'
import type { Found } from './matched-row.ts'

/**
 * An entry that differs and is its contract's latest can be taken back and recorded as the
 * statement has it.
 */
export async function offerCorrections(
  book: Book,
  found: Map<number, Found>,
  { contracts }: BookSide,
  slices: Slices,
): Promise<void> {
  for (const [line, row] of found) {
    if (row.state !== 'differs' || row.partOf !== undefined || row.entry === undefined || row.contractId === undefined)
      continue
    const contract = contracts[numberOfContract(row.contractId)]
    const values = row.problem !== undefined && 'key' in row.problem ? row.problem : undefined
    if (contract === undefined || contract.lastEntry !== row.entry || values === undefined) continue
    const right = values.params?.['statement']
    if (typeof right !== 'object' || !('money' in right)) continue
    const { events } = await book.record(row.entry)
    const command = corrected(
      events.at(-1),
      contract.id,
      values.key === 'statement.differs.fee' ? 'fee' : 'amount',
      right.money,
    )
    if (command !== undefined)
      found.set(line, { ...row, before: [{ type: 'reverse', contractId: contract.id }], command })
    await slices.next()
  }
}

function corrected(
  event: EscrowEvent | undefined,
  contractId: string,
  field: 'fee' | 'amount',
  right: Minor,
): EscrowCommandInput | undefined {
  switch (event?.type) {
    case 'milestone-funded': {
      const { milestoneId, amount, carried, fee } = event
      return {
        type: 'fund-milestone',
        contractId,
        milestoneId,
        ...(field === 'fee' ? { amount, fee: right } : { amount: right + carried, ...(fee === 0 ? {} : { fee }) }),
      }
    }
    case 'released':
      return {
        type: 'release',
        contractId,
        ...(event.milestoneId !== null && { milestoneId: event.milestoneId }),
        ...changed(event, field, right),
      }
    case 'bonus-paid':
      return { type: 'bonus', contractId, ...changed(event, field, right) }
    case 'payment-returned':
      return field === 'amount' ? { type: 'return-payment', contractId, amount: right } : undefined
    default:
      return undefined
  }
}

const changed = (
  { amount }: { readonly amount: Minor },
  field: 'fee' | 'amount',
  right: Minor,
): { amount: number; fee?: number } => (field === 'fee' ? { amount, fee: right } : { amount: right })
