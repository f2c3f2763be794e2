import { expect, test } from 'vitest'
import { entryLabel } from '../../main/answers/entry-label.ts'
import {
  A,
  approve,
  B,
  dispute,
  end,
  fund,
  opened,
  refund,
  release,
  resolve,
  reverse,
  submit,
} from '../escrow/moves.ts'
import { type Command, given, usd } from '../escrow/scenario.ts'

const voice = { locale: 'en', decimals: 2 }

/** The timeline's label of the last of these entries; for a reversal with the entry it undoes. */
function labelOf(...commands: readonly Command[]): string {
  let label = ''
  given(...commands)
    .when({ type: 'annotate', entry: 1, note: '' })
    .then(({ contract, records }) => {
      const entries = records.filter(record => record.entry !== null)
      const last = entries.at(-1)
      if (contract === undefined || last === undefined) throw new Error('no entry')
      const [event] = last.events
      const undone = event?.type === 'entry-reversed' ? entries.find(each => each.entry === event.entry) : undefined
      label = entryLabel(last, contract, voice, undone)
    })
  return label
}

const base = [opened([usd(100), usd(50)]), fund(A)]

test.each<[string, readonly Command[]]>([
  ['Opened Website', [opened([])]],
  ['Edited the contract', [opened([]), { type: 'edit-contract', title: 'Shop', archived: true }]],
  ['Archived the contract', [opened([]), { type: 'edit-contract', archived: true }]],
  ['Took the contract out of the archive', [opened([]), { type: 'edit-contract', archived: false }]],
  ['Planned Copy', [opened([]), { type: 'add-milestone', title: 'Copy', amount: usd(5) }]],
  ['Edited Design', [...base, { type: 'edit-milestone', milestoneId: A, title: 'Design' }]],
  ['Moved B', [...base, { type: 'move-milestone', milestoneId: B, to: 0 }]],
  ['Removed B', [...base, { type: 'remove-milestone', milestoneId: B }]],
  ['Funded A', base],
  ['Funded B', [...base, release(A, usd(60)), fund(B)]],
  ['Submitted A', [...base, submit(A)]],
  ['Requested changes to A', [...base, submit(A), { type: 'request-changes', milestoneId: A }]],
  ['Paid A', [...base, release(A, 1)]],
  ['Paid out what was left over', [...base, release(A, usd(10)), fund(B), release(undefined, usd(1))]],
  ['Paid a bonus', [...base, { type: 'bonus', amount: 1 }]],
  ['Payment returned', [...base, { type: 'bonus', amount: 1 }, { type: 'return-payment', amount: 1 }]],
  ['Requested a refund of 0.01', [...base, refund(1)]],
  ['Requested a refund of 0.01 from A', [...base, refund(1, A)]],
  ['Approved the refund', [...base, refund(1), approve]],
  ['Approved the refund and ended the contract', [...base, end, approve]],
  ['Declined the refund', [...base, refund(1), { type: 'decline-refund' }]],
  ['Cancelled the refund request', [...base, refund(1), { type: 'cancel-refund' }]],
  ['Opened a dispute about 0.01', [...base, dispute(1)]],
  ['Opened a dispute about 0.01 of A', [...base, dispute(1, A)]],
  [
    'Resolved the dispute: 100.00 paid, 50.00 refunded',
    [opened([usd(150)]), fund(A), dispute(usd(150)), resolve(usd(100), usd(50))],
  ],
  ['Ended the contract', [opened([]), end]],
  ['Asked to end the contract with a refund of 100.00', [...base, end]],
  ['Ended the contract with a refund', [...base, { type: 'end-contract', refundRemainder: true, by: 'freelancer' }]],
  ['Undid “Funded A”', [...base, reverse]],
])('%s', (label, commands) => {
  expect(labelOf(...commands)).toBe(label)
})

test('an undone split still names both amounts', () => {
  expect(labelOf(opened([usd(150)]), fund(A), dispute(usd(150)), resolve(usd(100), usd(50)), reverse)).toBe(
    'Undid “Resolved the dispute: 100.00 paid, 50.00 refunded”',
  )
})

test('a milestone that was removed later still has a label', () => {
  expect(
    labelOf(...base, { type: 'move-milestone', milestoneId: B, to: 0 }, { type: 'remove-milestone', milestoneId: B }),
  ).toBe('Removed B')
  let label = ''
  given(opened([usd(5)]), { type: 'edit-milestone', milestoneId: A, amount: usd(6) })
    .when({ type: 'remove-milestone', milestoneId: A })
    .then(({ contract, records }) => {
      const edited = records[1]
      if (contract !== undefined && edited !== undefined) label = entryLabel(edited, contract, voice)
    })
  expect(label).toBe('Edited a milestone')
})
