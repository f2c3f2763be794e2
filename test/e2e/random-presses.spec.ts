import type { Page } from '@playwright/test'
import fc from 'fast-check'
import type { TimelineRow } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { acceptedAll, asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { leave, settled, visit } from './visiting.ts'

/** A key pressed `times`: held, with its repeats, or pressed again and again; then a pause. */
interface Press {
  readonly key: string
  readonly times: number
  readonly held: boolean
  readonly pauseMs: number
}

const PRESS: fc.Arbitrary<Press> = fc.record({
  key: fc.oneof(
    { weight: 4, arbitrary: fc.constant('Enter') },
    { weight: 1, arbitrary: fc.constantFrom('Escape', 'Tab', 'Space') },
    { weight: 2, arbitrary: fc.constantFrom('1', '2', '3', '5') },
  ),
  times: fc.integer({ min: 1, max: 4 }),
  held: fc.boolean(),
  pauseMs: fc.constantFrom(0, 40, 350),
})
const WALKS = fc.sample(fc.array(PRESS, { minLength: 6, maxLength: 14 }), { seed: 20_261_201, numRuns: 8 })

/** The buttons to start from, each with the dialog of one move. */
const OPENERS = ['Review & Pay', 'Pay a bonus', 'Submit work', 'Request refund from A'] as const

/** What a dialog showed when its form was confirmed, and whether by a repeated key. */
interface Confirmed {
  readonly title: string
  readonly amount: string | null
  readonly repeated: boolean
}

/** Writes down what each form shows at the moment it is submitted. */
function watchConfirmations(): void {
  const seen: Confirmed[] = []
  let repeated = false
  Object.assign(globalThis, { seen })
  document.addEventListener('keydown', event => {
    repeated = event.repeat
  })
  document.addEventListener(
    'submit',
    event => {
      const dialog = (event.target as Element).closest('[role="dialog"]')
      const button = dialog?.querySelector('[type="submit"]')
      if (!dialog || button?.getAttribute('aria-disabled') === 'true') return
      seen.push({
        title: dialog.querySelector('h2')?.textContent ?? '',
        amount: dialog.querySelector<HTMLInputElement>('[data-autofocus]')?.value ?? null,
        repeated,
      })
    },
    { capture: true },
  )
}

async function walk(page: Page, presses: readonly Press[]): Promise<void> {
  for (const { key, times, held, pauseMs } of presses) {
    for (let time = 0; time < times; time++) await (held ? page.keyboard.down(key) : page.keyboard.press(key))
    if (held) await page.keyboard.up(key)
    await page.waitForTimeout(pauseMs)
  }
}

const inCents = (typed: string | null): number | null =>
  typed === null ? null : Math.round(Number(typed.replaceAll(',', '')) * 100)

/** The amount of an entry of one of the dialogs; null for work, which has none. */
const amountOf = ({ type, gross }: TimelineRow): number | null =>
  type === 'release' || type === 'bonus' ? gross : null

test('whatever keys are pressed, held or repeated, each entry is what a dialog showed when it was confirmed', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.evaluate(watchConfirmations)
  let recorded = 0
  for (const [index, presses] of WALKS.entries()) {
    const contractId = await openContract(page, [90_000_000])
    await acceptedAll(page, [{ type: 'fund-milestone', contractId, milestoneId: 'M1' }])
    await visit(page, `contracts/${contractId}`, 'Website')
    const before = await asked(page, { type: 'contract', contractId })
    await page.evaluate(() => void (globalThis as unknown as { seen: unknown[] }).seen.splice(0))
    await page.getByRole('button', { name: OPENERS[index % OPENERS.length] ?? '', exact: true }).focus()
    await walk(page, presses)
    await page.waitForTimeout(200)
    const after = await asked(page, { type: 'contract', contractId })
    const shown = await page.evaluate(() => (globalThis as unknown as { seen: Confirmed[] }).seen)
    const entries = after.timeline.filter(({ entry }) => !before.timeline.some(each => each.entry === entry))
    const what = JSON.stringify({ presses, shown, entries })
    expect(entries.length, what).toBeLessThanOrEqual(shown.length)
    expect(
      shown.filter(({ repeated }) => repeated),
      what,
    ).toEqual([])
    // In the order of recording, each entry has the amount of a confirmation of its own.
    let from = 0
    for (const entry of [...entries].sort((a, b) => a.entry - b.entry)) {
      const amount = amountOf(entry)
      const at = shown.findIndex((each, place) => place >= from && (amount === null || inCents(each.amount) === amount))
      expect(at, what).not.toBe(-1)
      from = at + 1
    }
    recorded += entries.length
    await leave(page)
  }
  expect(recorded, 'the walks record something').toBeGreaterThan(0)
})

/** Keys for a day: parts of days, what deletes and moves, and what confirms. */
const DAY_KEYS = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'0123456789/.-') },
  { weight: 2, arbitrary: fc.constantFrom('Backspace', 'ArrowLeft', 'End', 'Alt+ArrowDown', 'Tab') },
  { weight: 2, arbitrary: fc.constant('Enter') },
)
const DAY_WALKS = fc.sample(
  fc.tuple(
    fc.constantFrom('', '11/19/26', '02/30/2026', 'yesterday', '4 jul', '11/1'),
    fc.array(DAY_KEYS, { minLength: 3, maxLength: 10 }),
  ),
  { seed: 20_261_202, numRuns: 12 },
)

/** Writes down the day that the line under a day's field says whenever its form is submitted. */
function watchDays(): void {
  const days: string[] = []
  Object.assign(globalThis, { days })
  document.addEventListener(
    'submit',
    event => {
      const dialog = (event.target as Element).closest('[role="dialog"]')
      if (dialog?.querySelector('[type="submit"]')?.getAttribute('aria-disabled') === 'true') return
      days.push(dialog?.querySelector('[data-day-field] b')?.textContent ?? '')
    },
    { capture: true },
  )
}

test('whatever is typed into a day, each entry has the day that its dialog said last', async ({ page }) => {
  test.setTimeout(180_000)
  await page.evaluate(watchDays)
  let recorded = 0
  const contractId = await openContract(page, [90_000_000], { on: '2026-01-02' as IsoDate })
  const bonuses = async () => {
    const { timeline } = await asked(page, { type: 'contract', contractId })
    return timeline.filter(({ type }) => type === 'bonus').sort((a, b) => a.entry - b.entry)
  }
  for (const [start, keys] of DAY_WALKS) {
    await visit(page, `contracts/${contractId}`, 'Website')
    const before = (await bonuses()).length
    await page.evaluate(() => void (globalThis as unknown as { days: unknown[] }).days.splice(0))
    await page.getByRole('button', { name: 'Pay a bonus', exact: true }).first().click()
    const dialog = page.getByRole('dialog').first()
    await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('5')
    await dialog.getByRole('button', { name: /^On/ }).click()
    await dialog.getByRole('textbox', { name: 'On', exact: true }).fill(start)
    await settled(page)
    for (const key of [...keys, 'Enter']) await page.keyboard.press(key)
    await page.waitForTimeout(200)
    const entries = (await bonuses()).slice(before)
    const said = await page.evaluate(() => (globalThis as unknown as { days: string[] }).days)
    const days = said.map(day => new Date(`${day} UTC`).toISOString().slice(0, 10))
    const what = JSON.stringify({ start, keys, said, entries })
    expect(entries.length, what).toBeLessThanOrEqual(days.length)
    for (const [at, { on }] of entries.entries()) expect(on, what).toBe(days[at])
    recorded += entries.length
    await leave(page)
  }
  expect(recorded, 'the walks record something').toBeGreaterThan(0)
})
