import { expect, test } from 'vitest'
import { answerError } from '../../../../main/answers/refusal-answer.ts'
import { removalsThatHelp, withRemoved } from '../../../../renderer/dialogs/correct/way-out.ts'
import type { EscrowCommandInput } from '../../../../shared/contract/commands.ts'
import { escrowCommandSchema } from '../../../../shared/contract/commands.ts'
import { bookAfter, fund, opening, release } from '../../../queries/open-book.ts'

const contractId = 'C0001'
type Correct = Extract<EscrowCommandInput, { type: 'correct' }>

/** A book, and a preview of corrections on it. */
async function previewing(...commands: readonly EscrowCommandInput[]) {
  const book = await bookAfter(...commands)
  const preview = async (command: Correct) => {
    const outcome = await book.preview(escrowCommandSchema.parse(command))
    return outcome.ok
      ? ({ ok: true, value: { entry: outcome.entry, warnings: [] } } as const)
      : ({ ok: false, error: answerError(outcome.refusal, { locale: 'en', decimals: 2 }) } as const)
  }
  const wayOut = async (command: Correct) => {
    const answer = await preview(command)
    return answer.ok ? 'allowed' : removalsThatHelp(preview, command, answer.error)
  }
  return { preview, wayOut }
}

const BOOKING: readonly EscrowCommandInput[] = [
  opening([42_000, 10_000]),
  fund(contractId, 'M1', '2026-01-05'),
  release(contractId, 'M1', 9_000, '2026-01-20'),
  fund(contractId, 'M2', '2026-01-21'),
  release(contractId, 'M2', 10_000, '2026-02-06'),
  { type: 'bonus', contractId, amount: 1_000, on: '2026-02-09' },
]

test('a removal that later entries build on can take those with it, and no others', async () => {
  const { preview, wayOut } = await previewing(...BOOKING)
  const command: Correct = { type: 'correct', contractId, entry: 3, remove: true }
  expect(await wayOut(command)).toEqual([4, 5])
  expect(await preview(withRemoved(command, [4, 5]))).toMatchObject({ ok: true })
})

test('a refusal of the entry itself, and of a closed period, has no such way out', async () => {
  const { wayOut } = await previewing(...BOOKING, { type: 'close-books', until: '2026-01-31' })
  expect(await wayOut({ type: 'correct', contractId, entry: 3, with: { amount: 42_001 } })).toBeNull()
  expect(await wayOut({ type: 'correct', contractId, entry: 3, with: { amount: 9_500 } })).toBeNull()
})
