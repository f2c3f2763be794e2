import { Book } from '../../../main/book/book.ts'
import { type EscrowCommand, escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { dayOf } from '../../../shared/dates/calendar.ts'

/**
 * Opens a book as the user that this process runs as, tries to record, and reports both results to
 * its parent.
 */
const folder = process.argv[2] ?? ''
const opened = await Book.open(folder, { today: () => dayOf(new Date()), now: () => new Date() })
if (!opened.ok) process.send?.({ opened: opened.refusal })
else {
  const { book } = opened
  const bonus: EscrowCommand = escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1 })
  const executed = await book.execute(bonus)
  const { rows } = await book.records()
  process.send?.({ opened: 'ok', info: book.info(), executed, rows: rows.length })
  await book.close()
}
process.disconnect?.()
