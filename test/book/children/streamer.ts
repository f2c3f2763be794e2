import { Book } from '../../../main/book/book.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { dayOf } from '../../../shared/dates/calendar.ts'

/**
 * Opens the book and records one command after another, reporting each that was confirmed to its
 * parent, until it is killed.
 */
const folder = process.argv[2] ?? ''
const opened = await Book.open(folder, { today: () => dayOf(new Date()), now: () => new Date() })
if (!opened.ok) throw new Error(opened.refusal.code)
const { book } = opened
process.send?.({ begun: book.info().entries, health: book.info().health.state })

/**
 * Mostly single small entries, with an occasional reversal, and an occasional transaction of many
 * entries, whose line is longer than a page of memory.
 */
function commandsOf(turn: number): EscrowCommandInput[] {
  const contractId = 'C0001'
  if (turn % 11 === 10) return [{ type: 'reverse', contractId }]
  const bonus: EscrowCommandInput = {
    type: 'bonus',
    contractId,
    amount: 1 + (turn % 50),
    reference: `T${turn}`,
    note: 'x'.repeat(turn % 900),
  }
  return turn % 7 === 6 ? Array.from({ length: 30 }, () => bonus) : [bonus]
}

for (let turn = book.info().entries; ; turn++) {
  const commands = commandsOf(turn).map(command => escrowCommandSchema.parse(command))
  const outcome =
    commands.length === 1 && commands[0] !== undefined
      ? await book.execute(commands[0])
      : await book.executeAll(commands)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { entries, head, position } = book.info()
  // Waits for delivery: a command counts as confirmed only once the parent knows.
  await new Promise(resolve => process.send?.({ entries, head, position }, resolve))
}
