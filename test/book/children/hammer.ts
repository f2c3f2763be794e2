import { Book } from '../../../main/book/book.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { dayOf } from '../../../shared/dates/calendar.ts'

/**
 * Opens a book repeatedly, and records an entry whenever that succeeds. Reports the result of every
 * attempt to its parent, until it gets any message.
 */
const [folder = '', name = ''] = process.argv.slice(2)
let isWanted = true
process.on('message', () => {
  isWanted = false
})

for (let turn = 1; isWanted; turn++) {
  const opened = await Book.open(folder, { today: () => dayOf(new Date()), now: () => new Date() })
  if (opened.ok) {
    const reference = `${name} ${turn}`
    const outcome = await opened.book.execute(
      escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1, reference }),
    )
    process.send?.(outcome.ok ? { recorded: reference } : { refused: outcome.refusal.code })
    await opened.book.close()
  } else process.send?.({ refused: opened.refusal.code })
  await new Promise(resolve => setImmediate(resolve))
}
process.disconnect?.()
