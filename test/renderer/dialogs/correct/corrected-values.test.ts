import { expect, test } from 'vitest'
import type { CorrectableEntry } from '../../../../shared/api/correction.ts'
import { correctedFieldsOf, type RecordedCommandInput } from '../../../../shared/contract/commands.ts'
import { standInForPage } from '../../outside-a-page.ts'

standInForPage()
const { changeOf, valuesOf } = await import('../../../../renderer/dialogs/correct/corrected-values.ts')

const contractId = 'C0001'
const DOLLARS = { currency: 'USD', decimals: 2 }
const entryOf = (command: RecordedCommandInput): CorrectableEntry =>
  ({
    contractId,
    entry: 3,
    label: 'Paid A',
    command,
    fields: correctedFieldsOf(command.type),
    before: DOLLARS,
    was: { on: 'on' in command ? command.on : undefined },
  }) as never

const PAID = entryOf({ type: 'release', contractId, milestoneId: 'M1', amount: 9_000, on: '2026-10-20' })

const changed = (entry: CorrectableEntry, typed: object) =>
  changeOf({ ...valuesOf(entry, 'different'), ...typed }, entry)

test('an entry as it was recorded is no change, for every command that a correction can be about', () => {
  const commands: RecordedCommandInput[] = [
    { type: 'fund-milestone', contractId, milestoneId: 'M1', amount: 100, fee: 5, on: '2026-01-05' },
    { type: 'release', contractId, amount: 100, on: '2026-01-05', note: 'as agreed' },
    { type: 'bonus', contractId, amount: 100, on: '2026-01-05' },
    { type: 'request-refund', contractId, amount: 100, reason: 'late', on: '2026-01-05' },
    { type: 'resolve-dispute', contractId, release: 1, refund: 2, on: '2026-01-05' },
    { type: 'end-contract', contractId, on: '2026-01-05' },
    { type: 'edit-milestone', contractId, milestoneId: 'M1', title: 'B', on: '2026-01-05' },
    { type: 'move-milestone', contractId, milestoneId: 'M1', to: 0, on: '2026-01-05' },
    { type: 'edit-contract', contractId, title: 'Other', on: '2026-01-05' },
  ]
  for (const command of commands) expect(changed(entryOf(command), {}), command.type).toEqual({ kind: 'nothing' })
})

test('only what differs is set, with what it was for the way back', () => {
  expect(changed(PAID, { amount: '95', note: ' counted again ' })).toEqual({
    kind: 'with',
    fields: { amount: 9_500, note: 'counted again' },
    before: { amount: 9_000, note: null },
  })
})

test('a fee left empty follows from the rules again, and no milestone means money that none holds', () => {
  const told = entryOf({ ...PAID.command, fee: 500 } as RecordedCommandInput)
  expect(changed(told, { fee: '', milestoneId: '' })).toMatchObject({ fields: { fee: null, milestoneId: null } })
})

test('an amount that cannot be read is a fault of its field', () => {
  expect(changed(PAID, { amount: '95.005' })).toMatchObject({ kind: 'problem', problem: { field: 'amount' } })
})

test('an entry that never happened is removed, whatever else is typed', () => {
  expect(changed(PAID, { what: 'never', amount: '95' })).toEqual({ kind: 'remove' })
})
