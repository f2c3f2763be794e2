import type { Page } from '@playwright/test'
import { type EscrowCommandType, escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { asked, query } from './bridge.ts'
import { type Hands, keyboard, mouse } from './hands.ts'
import { expect, test } from './on-shared-app.ts'

/** The contract after a move; `plan` has its milestones and their status. */
type After = 'removed' | Readonly<Partial<Record<keyof ContractView | 'plan', unknown>>>

/** One move: a person's actions, and the contract afterwards. */
interface Move {
  readonly type: EscrowCommandType
  readonly what: string
  readonly make: (hands: Hands) => Promise<void>
  readonly after: After
}

/** Types into a dialog, and confirms it. */
const fill =
  (confirm: string | RegExp, values: Readonly<Record<string, string>> = {}) =>
  async (hands: Hands): Promise<void> => {
    await hands.atDialog()
    for (const [field, value] of Object.entries(values)) await hands.write(field, value)
    await hands.press(confirm)
  }
const opened =
  (button: string, confirm: string | RegExp, values?: Readonly<Record<string, string>>) =>
  async (hands: Hands): Promise<void> => {
    await hands.press(button)
    await fill(confirm, values)(hands)
  }
const chosen =
  (item: string, confirm: string, values?: Readonly<Record<string, string>>) =>
  async (hands: Hands): Promise<void> => {
    await hands.choose('More actions', item)
    await fill(confirm, values)(hands)
  }

/** Every move of the rulebook, in the order of one contract's life. Amounts in cents. */
const MOVES: readonly Move[] = [
  {
    type: 'open-contract',
    what: 'open a contract',
    make: async hands => {
      await hands.press('New contract')
      const values = {
        Client: 'Acme Ltd',
        Freelancer: 'Muhammad A.',
        Title: 'Website',
        'Title of milestone 1': 'A',
        'Amount of milestone 1': '100',
      }
      for (const [field, value] of Object.entries(values)) await hands.write(field, value)
      await hands.write('Title of milestone 2', 'B')
      await hands.write('Amount of milestone 2', '150')
      await hands.press('Open contract')
    },
    after: { title: 'Website', plan: 'A planned, B planned' },
  },
  {
    type: 'add-milestone',
    what: 'add a milestone',
    make: opened('Add milestone', 'Add milestone', { Title: 'C', Amount: '50' }),
    after: { plan: 'A planned, B planned, C planned' },
  },
  {
    type: 'edit-milestone',
    what: 'edit a milestone',
    make: opened('Edit C', 'Save changes', { Title: 'Launch', Amount: '70' }),
    after: { plan: 'A planned, B planned, Launch planned' },
  },
  {
    type: 'move-milestone',
    what: 'move a milestone',
    make: hands => hands.choose('Move Launch', 'First'),
    after: { plan: 'Launch planned, A planned, B planned' },
  },
  {
    type: 'remove-milestone',
    what: 'remove a milestone',
    make: hands => hands.press('Remove Launch'),
    after: { plan: 'A planned, B planned' },
  },
  {
    type: 'fund-milestone',
    what: 'fund',
    make: opened('Fund A', 'Fund A', { Amount: '250' }),
    after: { escrow: 25_000 },
  },
  {
    type: 'submit-work',
    what: 'submit work',
    make: opened('Submit work', 'Submit work'),
    after: { plan: 'A submitted, B planned' },
  },
  {
    type: 'request-changes',
    what: 'request changes',
    make: hands => hands.press('Request changes'),
    after: { plan: 'A funded, B planned' },
  },
  {
    type: 'release',
    what: 'release a part',
    make: opened('Review & Pay', 'Send Payment', { Amount: '100' }),
    after: { released: 10_000, escrow: 15_000 },
  },
  {
    type: 'fund-milestone',
    what: 'fund from what is left over',
    make: opened('Fund B', 'Fund B', { Amount: '100' }),
    after: { escrow: 15_000, unallocated: 5_000 },
  },
  {
    type: 'release',
    what: 'release from unallocated',
    make: opened('Pay out what is left over', 'Send Payment', { Amount: '20' }),
    after: { released: 12_000, unallocated: 3_000 },
  },
  {
    type: 'bonus',
    what: 'pay a bonus',
    make: opened('Pay a bonus', 'Pay bonus', { Amount: '5' }),
    after: { bonuses: 500 },
  },
  {
    type: 'return-payment',
    what: 'record a returned payment',
    make: chosen('Record a returned payment', 'Record the return', { Amount: '4' }),
    after: { returned: 400 },
  },
  {
    type: 'correct',
    what: 'correct the returned payment',
    make: opened('Correct “Payment returned”…', 'Correct to 3.00', { Amount: '3' }),
    after: { returned: 300 },
  },
  {
    type: 'request-refund',
    what: 'request a refund of a milestone',
    make: opened('Request refund from B', 'Request refund', { Amount: '10', Reason: 'less work' }),
    after: { stage: 'refund-asked' },
  },
  {
    type: 'decline-refund',
    what: 'decline a refund',
    make: opened('Decline refund', 'Decline refund'),
    after: { escrow: 13_000, stage: 'funded' },
  },
  {
    type: 'request-refund',
    what: 'request a refund of the contract',
    make: chosen('Request refund', 'Request refund', { Amount: '10' }),
    after: { stage: 'refund-asked' },
  },
  {
    type: 'cancel-refund',
    what: 'cancel a refund',
    make: opened('Cancel refund request', 'Cancel request'),
    after: { escrow: 13_000, stage: 'funded' },
  },
  {
    type: 'request-refund',
    what: 'request a refund again',
    make: chosen('Request refund', 'Request refund', { Amount: '10' }),
    after: { stage: 'refund-asked' },
  },
  {
    type: 'approve-refund',
    what: 'approve a refund',
    make: opened('Approve refund', 'Approve refund'),
    after: { refunded: 1_000, escrow: 12_000 },
  },
  {
    type: 'open-dispute',
    what: 'open a dispute about a milestone',
    make: opened('Open dispute about B', 'Open dispute', { Amount: '30' }),
    after: { stage: 'in-dispute' },
  },
  {
    type: 'resolve-dispute',
    what: 'resolve a dispute',
    make: opened('Resolve dispute', 'Resolve dispute', { 'Paid to Muhammad A.': '20' }),
    after: { released: 14_000, refunded: 2_000, escrow: 9_000 },
  },
  {
    type: 'open-dispute',
    what: 'open a dispute about the contract',
    make: chosen('Open dispute', 'Open dispute', { Amount: '40' }),
    after: { stage: 'in-dispute' },
  },
  {
    type: 'resolve-dispute',
    what: 'resolve it by a refund',
    make: opened('Resolve dispute', 'Resolve dispute', { 'Refunded to Acme Ltd': '40' }),
    after: { refunded: 6_000, escrow: 5_000 },
  },
  {
    type: 'reverse',
    what: 'reverse',
    make: hands => hands.press('Undo'),
    after: { stage: 'in-dispute', escrow: 9_000 },
  },
  {
    type: 'reverse',
    what: 'reverse once more',
    make: hands => hands.press('Undo'),
    after: { stage: 'partly-paid', escrow: 9_000 },
  },
  {
    type: 'annotate',
    what: 'annotate an entry',
    make: opened('Funded B', 'Save', { Reference: 'Wire 7', Note: 'late' }),
    after: {},
  },
  {
    type: 'edit-contract',
    what: 'edit a contract',
    make: chosen('Edit contract', 'Save changes', { Title: 'Website redesign', 'Budget, USD': '900' }),
    after: { title: 'Website redesign', budget: 90_000 },
  },
  {
    type: 'edit-contract',
    what: 'edit its policy',
    make: async hands => {
      await hands.choose('More actions', 'Edit contract')
      await hands.atDialog()
      await hands.unfold('Rules')
      await fill('Save changes', { 'Review, then automatic release': '3' })(hands)
    },
    after: { policy: expect.objectContaining({ reviewDays: 3 }) },
  },
  {
    type: 'rename-party',
    what: 'rename a party',
    make: async hands => {
      await hands.press('Settings', 'link')
      await opened('Rename Acme Ltd…', 'Rename', { 'New name': 'Acme Limited' })(hands)
    },
    after: { client: 'Acme Limited' },
  },
  {
    type: 'end-contract',
    what: 'end with the remainder asked for',
    make: async hands => {
      await hands.press('Contracts', 'link')
      await hands.open('Website redesign')
      await opened('End contract', 'End contract')(hands)
    },
    after: { status: 'ending', escrow: 9_000 },
  },
  { type: 'reverse', what: 'reverse the ending', make: hands => hands.press('Undo'), after: { status: 'open' } },
  {
    type: 'end-contract',
    what: 'end by the freelancer with the remainder refunded',
    make: async hands => {
      await hands.press('End contract')
      await hands.atDialog()
      await hands.tick('radio', /^Muhammad A\. ends it/)
      await hands.press('End contract')
    },
    after: { status: 'ended', escrow: 0, refunded: 11_000 },
  },
  {
    type: 'edit-contract',
    what: 'archive',
    make: hands => hands.choose('More actions', 'Archive'),
    after: { archived: true },
  },
  {
    type: 'edit-contract',
    what: 'take out of the archive',
    make: hands => hands.choose('More actions', 'Take out of the archive'),
    after: { archived: false },
  },
]

/** Ending with nothing in escrow needs a contract of its own, since it is not undone. */
const ENDING: readonly Move[] = [
  {
    type: 'open-contract',
    what: 'open a contract without milestones',
    make: async hands => {
      await hands.press('Contracts', 'link')
      await hands.press('New contract')
      for (const [field, value] of Object.entries({ Client: 'Northwind', Freelancer: 'Ana Ruiz', Title: 'Icons' }))
        await hands.write(field, value)
      await hands.press('Open contract')
    },
    after: { title: 'Icons', plan: '' },
  },
  {
    type: 'end-contract',
    what: 'end with nothing in escrow',
    make: opened('End contract', 'End contract'),
    after: { status: 'ended' },
  },
]

/** The books are closed and reopened; a contract is opened in between. */
const CLOSING: readonly Move[] = [
  {
    type: 'close-books',
    what: 'close the books',
    make: async hands => {
      await hands.press('Settings', 'link')
      await opened('Close the books…', /^Close until /)(hands)
    },
    after: {},
  },
  {
    type: 'close-books',
    what: 'reopen the books',
    make: async hands => {
      await hands.press('Reopen the books…')
      await hands.atDialog()
      await hands.press('Reopen')
    },
    after: {},
  },
]

/** A contract opened by mistake. */
const MISTAKE: readonly Move[] = [
  {
    type: 'open-contract',
    what: 'open a contract by mistake',
    make: async hands => {
      await hands.press('Contracts', 'link')
      await hands.press('New contract')
      for (const [field, value] of Object.entries({ Client: 'Northwind', Freelancer: 'Ana Ruiz', Title: 'Twice' }))
        await hands.write(field, value)
      await hands.press('Open contract')
    },
    after: { title: 'Twice' },
  },
  {
    type: 'remove-contract',
    what: 'remove it',
    make: chosen('Remove contract', 'Remove contract'),
    after: 'removed',
  },
  {
    type: 'reverse',
    what: 'undo the removal',
    make: hands => hands.press('Undo'),
    after: { title: 'Twice' },
  },
]

async function makeAll(page: Page, hands: Hands): Promise<void> {
  test.setTimeout(180_000)
  page.setDefaultTimeout(10_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [contractId, moves] of [
    ['C0001', MOVES],
    ['C0002', ENDING],
    ['C0002', CLOSING],
    ['C0003', MISTAKE],
  ] as const)
    for (const { type, what, make, after } of moves)
      await test.step(what, async () => {
        const { entries, head } = await asked(page, { type: 'book' })
        await make(hands)
        await expect
          .poll(async () => (await asked(page, { type: 'book' })).head, {
            message: `${what}: recorded`,
            intervals: [10, 20, 50],
          })
          .not.toBe(head)
        await expect(page.getByRole('dialog'), what).toBeHidden()
        if (after === 'removed') {
          expect(await query(page, { type: 'contract', contractId })).toMatchObject({
            error: { code: 'unknown-contract' },
          })
          return
        }
        const { contract } = await asked(page, { type: 'contract', contractId })
        const plan = contract.milestones.map(({ title, status }) => `${title} ${status}`).join(', ')
        expect({ ...contract, plan }, what).toMatchObject(after)
        expect(
          (await asked(page, { type: 'book' })).entries - entries,
          `${what}: one entry at most, and of a correction its reversal too`,
        ).toBeLessThanOrEqual(type === 'correct' ? 2 : 1)
      })
}

/** The commands that only scripts give so far. */
const WITHOUT_A_SCREEN: readonly string[] = ['take-back-import']

test('the moves below are complete', () => {
  const made = new Set([...MOVES, ...ENDING, ...CLOSING, ...MISTAKE].map(({ type }) => type))
  const all = escrowCommandSchema.options.map(({ shape }) => shape.type.value)
  expect(all.filter(type => !made.has(type))).toEqual(WITHOUT_A_SCREEN)
})

test('every move in the rulebook can be made with the mouse', async ({ page }) => {
  await makeAll(page, mouse(page))
})

test('every move in the rulebook can be made with the keyboard alone', async ({ page }) => {
  await makeAll(page, keyboard(page))
})
