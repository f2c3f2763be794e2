import { Book } from '../../../main/book/book.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { dayOf } from '../../../shared/dates/calendar.ts'

const folder = process.argv[2] ?? ''
const opened = await Book.open(folder, { today: () => dayOf(new Date()), now: () => new Date() })
if (opened.ok) {
  const bonus = escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1 })
  const outcome = await opened.book.execute(bonus)
  process.send?.(outcome.ok ? 'opened' : outcome.refusal.code)
} else process.send?.(opened.refusal.code)
// Keeps the book open until the parent kills this process.
setInterval(() => undefined, 1_000)
