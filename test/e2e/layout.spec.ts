import type { Page } from '@playwright/test'
import { accepted, openContract } from './bridge.ts'
import { type DialogPlace, openDialog } from './contract-dialogs.ts'
import { layoutFaults } from './layout-faults.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { PLACES } from './places/places.ts'
import { STATEMENT_PLACES } from './places/statements.ts'
import { inEnglish, leave, recordSample, visit } from './visiting.ts'
import { resize, type WindowSize } from './window-size.ts'

const NAME_LENGTH = 80
const LONG = 'Development of the multilingual procurement portal for the northern region, in '
  .repeat(2)
  .slice(0, NAME_LENGTH)
const UNBROKEN = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsheim'.slice(
  0,
  NAME_LENGTH,
)
/** Amounts close to the largest possible, without decimals and with three. */
const LARGE = { JPY: 987_654_321_098, KWD: 912_345_678_901 } as const

interface Size extends WindowSize {
  readonly name: string
}

const WIDE: Size = { name: '1120 × 760', width: 1120, height: 760, zoom: 1 }
const SIZES: readonly Size[] = [
  { name: '800 × 600', width: 800, height: 600, zoom: 1 },
  { name: '1280 × 800 at 200 %', width: 1280, height: 800, zoom: 2 },
  WIDE,
]

/** The screens that show one currency at a time. */
const READ_BY_CURRENCY = [
  ['Overview', 'overview'],
  ['Ledger', 'ledger'],
  ['Reports', 'reports'],
] as const

/**
 * Contracts with the longest names possible, one of words and one without a space, in JPY and KWD.
 */
async function recordLongNames(page: Page): Promise<DialogPlace[]> {
  const places: DialogPlace[] = []
  for (const [currency, text] of [
    ['JPY', LONG],
    ['KWD', UNBROKEN],
  ] as const) {
    const amount = LARGE[currency]
    const contractId = await openContract(page, [], {
      title: text,
      client: `${text.slice(0, -1)}1`,
      freelancer: `${text.slice(0, -1)}2`,
      currency,
      milestones: [
        { title: text, amount: Math.floor(amount / 3) },
        { title: text, amount: Math.floor(amount / 2) },
      ],
      reference: text,
      note: text,
    })
    await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1', note: text, reference: text })
    await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount: Math.floor(amount / 7) })
    const on = [contractId, text] as const
    places.push(
      { name: `Fund in ${currency}`, on, button: `Fund ${text}` },
      { name: `Review & Pay in ${currency}`, on, button: 'Review & Pay' },
    )
    places.push({ name: `End contract in ${currency}`, on, button: 'End contract' })
  }
  return places
}

test('in a small window or enlarged, with long names and large amounts, nothing is cut off or overlaps, and the focus returns to what opened a dialog, a menu or the palette', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(10_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const faults: string[] = []
  const look = async (place: string) => {
    // An element that appears on hover may cover the element it belongs to.
    await page.mouse.move(0, 0)
    for (const fault of await layoutFaults(page)) faults.push(`${place}: ${fault}`)
  }
  for (const size of SIZES) {
    await resize(app, page, size)
    await look(`empty book, ${size.name}`)
  }
  await recordSample(page)
  const longPlaces = await recordLongNames(page)
  for (const size of SIZES) {
    await resize(app, page, size)
    // Dialogs are as wide in a large window as in a small one.
    for (const { name, layer, show } of [...PLACES, ...STATEMENT_PLACES].filter(
      place => place.layer === undefined || size !== WIDE,
    )) {
      const opener = await show(page, inEnglish)
      await look(`${name}, ${size.name}`)
      if (layer === undefined) continue
      await leave(page)
      if (opener !== undefined) await expect(opener, name).toBeFocused()
    }
    for (const place of longPlaces) {
      await visit(page, `contracts/${place.on[0]}`, place.on[1])
      await look(`${place.on[0]}, ${size.name}`)
      await openDialog(page, place)
      await look(`${place.name}, ${size.name}`)
      await leave(page)
    }
    for (const currency of [...Object.keys(LARGE), 'USD']) {
      for (const [name, address] of READ_BY_CURRENCY) {
        await visit(page, address, name)
        await page.getByRole('radio', { name: currency, exact: true }).check()
        await look(`${name} in ${currency}, ${size.name}`)
      }
    }
  }
  expect.soft(faults.join('\n'), 'faults').toBe('')

  await visit(page, 'contracts/C0001', 'Website redesign')
  const bonus = page.getByRole('button', { name: 'Pay a bonus', exact: true })
  await bonus.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('edit contract')
  await page.getByRole('option', { name: /^Edit contract/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Edit contract' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(bonus, 'a dialog opened from the palette').toBeFocused()
})

sampleTest('the meaning of every term is inside the window, small or enlarged', async ({ app, page }) => {
  sampleTest.setTimeout(120_000)
  const faults: string[] = []
  for (const size of SIZES)
    for (const [name, address] of [
      ['Website redesign', 'contracts/C0001'],
      ['Overview', 'overview'],
      ['Ledger', 'ledger'],
      ['Reports', 'reports'],
      ['Settings', 'settings'],
    ] as const) {
      await resize(app, page, size)
      await visit(page, address, name)
      const terms = page.getByRole('main').locator('a[href^="#/help/glossary/"]')
      await terms.first().waitFor()
      for (const term of await terms.filter({ visible: true }).all()) {
        const place = `${await term.textContent()} in ${name}, ${size.name}`
        await term.focus()
        const meaning = page.getByRole('tooltip')
        await expect(meaning, place).toHaveCount(1)
        await expect(meaning, place).toBeInViewport({ ratio: 1 })
        for (const fault of await layoutFaults(page)) faults.push(`${place}: ${fault}`)
      }
    }
  expect(faults.join('\n'), 'faults').toBe('')
})
