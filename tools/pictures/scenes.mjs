/**
 * Something to take pictures of.
 * @typedef {object} Scene
 * @property {string} name the name of its pictures
 * @property {boolean} [small] true for pictures of a small window as well
 * @property {string} [only] a selector: the picture shows this element and a margin instead of the whole window
 * @property {(page: import('@playwright/test').Page) => Promise<void>} show goes there from any screen and waits until it is complete
 */

/** @param {import('@playwright/test').Page} page */
const dialog = page => page.getByRole('dialog')

/**
 * Discards unsaved input from the previous scene.
 * @param {import('@playwright/test').Page} page
 */
async function discard(page) {
  const question = page.getByRole('alertdialog')
  if (await question.isVisible()) await question.getByRole('button', { name: 'Discard' }).click()
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} place the address after `#/`
 * @param {string | RegExp} heading the heading to wait for
 */
async function goTo(page, place, heading) {
  await page.keyboard.press('Escape')
  await page.waitForFunction(
    () => document.querySelector('[role="dialog"]') === null || document.querySelector('[role="alertdialog"]') !== null,
  )
  await discard(page)
  await dialog(page).waitFor({ state: 'hidden' })
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/${place}`)
  const arrived = page.getByRole('heading', { name: heading, level: 1 })
  await arrived.or(page.getByRole('alertdialog')).first().waitFor()
  await discard(page)
  await arrived.waitFor()
}

/** Runs in the page: removes the focus ring left over from navigating there. */
export function letGo() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** @param {import('@playwright/test').Page} page */
const toWebsite = page => goTo(page, 'contracts/C0001', 'Website redesign')

/** @param {import('@playwright/test').Page} page */
async function fillContract(page) {
  await goTo(page, 'new-contract', 'New contract')
  const values = [
    ['Client', 'Northwind'],
    ['Freelancer', 'Ana Ruiz'],
    ['Budget', '350'],
    ['Title', 'Icon set'],
    ['Title of milestone 1', 'Sketches'],
    ['Amount of milestone 1', '100'],
    ['Title of milestone 2', 'Drawing'],
    ['Amount of milestone 2', '150'],
    ['Title of milestone 3', 'Export'],
    ['Amount of milestone 3', '75'],
  ]
  for (const [name = '', value = ''] of values) {
    const field = page.getByLabel(name, { exact: true })
    await field.fill(value)
    await field.blur()
  }
}

const UNDER_WAY = /** @type {const} */ ([
  ['Day on which milestone 1 was funded', '2026-09-01'],
  ['Payment 1 of milestone 1', '80'],
  ['Day of payment 1 of milestone 1', '2026-09-10'],
  ['Day on which milestone 2 was funded', '2026-09-12'],
  ['Day on which milestone 2 was submitted', '2026-11-15'],
])

const BANK = `Buchungstag;Empfänger;Verwendungszweck;Betrag;Währung
05.10.2026;Escrow Service;Website redesign: Design;-420,00;EUR
06.10.2026;Bäckerei;Brötchen;-7,80;EUR
09.11.2026;Helio Energy;Annual report layout;1.250,00;EUR
`

/**
 * @param {import('@playwright/test').Page} page
 * @param {{ name: string, mimeType: string, buffer: Buffer }} file
 */
async function showStatement(page, file) {
  await goTo(page, 'reconcile', 'Reconcile')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Choose a file|Another file)$/ }).click()
  await (await chooser).setFiles(file)
  await page
    .getByText(/rows$|Which column is which/)
    .first()
    .waitFor()
}

/**
 * Scenes of the sample book.
 * @type {readonly Scene[]}
 */
export const sampleScenes = [
  { name: 'contracts', small: true, show: page => goTo(page, '', 'Contracts') },
  { name: 'contract', small: true, show: toWebsite },
  {
    name: 'fund',
    small: true,
    show: async page => {
      await toWebsite(page)
      await page.getByRole('button', { name: 'Fund Build' }).click()
      await dialog(page).getByText('20.00 carried').first().waitFor()
    },
  },
  {
    name: 'review-and-pay',
    small: true,
    show: async page => {
      await goTo(page, 'contracts/C0002', 'Brand film')
      await page.getByRole('button', { name: 'Review & Pay' }).first().click()
      await dialog(page).getByRole('textbox', { name: 'Amount', exact: true }).fill('1200')
      await dialog(page).getByText('600.00').first().waitFor()
    },
  },
  {
    name: 'refusal',
    show: async page => {
      await goTo(page, 'contracts/C0002', 'Brand film')
      await page.getByRole('button', { name: 'Review & Pay' }).first().click()
      await dialog(page).getByRole('textbox', { name: 'Amount', exact: true }).fill('1950')
      await dialog(page).getByRole('alert').waitFor()
    },
  },
  {
    name: 'end-contract',
    show: async page => {
      await toWebsite(page)
      await page.getByRole('button', { name: 'End contract' }).first().click()
      await dialog(page).getByRole('checkbox').first().waitFor()
    },
  },
  { name: 'dispute', show: page => goTo(page, 'contracts/C0003', 'Data migration') },
  { name: 'new-contract', small: true, show: fillContract },
  {
    name: 'under-way',
    small: true,
    show: async page => {
      await fillContract(page)
      await page.getByLabel('Already under way').check()
      for (const [name, value] of UNDER_WAY) await page.getByLabel(name, { exact: true }).fill(value)
      await page.getByText('with its history since').waitFor()
    },
  },
  { name: 'overview', small: true, show: page => goTo(page, 'overview', 'Overview') },
  { name: 'ledger', small: true, show: page => goTo(page, 'ledger', 'Ledger') },
  {
    name: 'reports',
    small: true,
    show: async page => {
      await goTo(page, 'reports', 'Reports')
      await page.getByRole('tab', { name: 'Month' }).click()
      await page.getByRole('link', { name: 'Nov' }).waitFor()
      await page.evaluate(letGo)
    },
  },
  { name: 'planner', small: true, show: page => goTo(page, 'planner', 'Planner') },
  {
    name: 'reconcile-columns',
    small: true,
    show: async page => {
      await showStatement(page, { name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(BANK) })
      await page.getByRole('region', { name: 'Which column is which' }).waitFor()
    },
  },
  { name: 'settings', small: true, show: page => goTo(page, 'settings', 'Settings') },
  {
    name: 'settings-end',
    small: true,
    show: async page => {
      await goTo(page, 'settings', 'Settings')
      await page.getByRole('main').evaluate(main => main.scrollTo(0, main.scrollHeight))
    },
  },
  {
    name: 'palette',
    show: async page => {
      await toWebsite(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Find or do' }).fill('fund')
      await page.getByRole('option', { name: /Fund Build/ }).waitFor()
    },
  },
  {
    name: 'toast',
    small: true,
    show: async page => {
      await toWebsite(page)
      const dismiss = page.getByRole('status').getByRole('button', { name: 'Undo' })
      if (await dismiss.isVisible()) return
      await page.getByRole('button', { name: 'Review & Pay' }).first().click()
      await dialog(page).getByRole('textbox', { name: 'Amount', exact: true }).fill('5')
      await dialog(page).getByRole('button', { name: 'Send Payment' }).click()
      await dismiss.waitFor()
    },
  },
  {
    name: 'failed',
    show: async page => {
      // Simulates a bug in a screen by removing a browser API.
      await page.evaluate(() => Object.defineProperty(Intl, 'ListFormat', { value: undefined }))
      await goTo(page, 'contracts/C0002', 'This screen has failed.')
    },
  },
]

/**
 * Scenes of a book whose journal was tampered with.
 * @type {readonly Scene[]}
 */
export const readOnlyScenes = [{ name: 'read-only', small: true, show: page => page.getByRole('alert').waitFor() }]

/**
 * Scenes of an empty book.
 * @type {readonly Scene[]}
 */
export const emptyScenes = [
  { name: 'empty', small: true, show: page => page.getByRole('heading', { name: 'This book is empty.' }).waitFor() },
  { name: 'overview-empty', show: page => goTo(page, 'overview', 'Overview') },
  { name: 'ledger-empty', show: page => goTo(page, 'ledger', 'Ledger') },
  { name: 'reports-empty', show: page => goTo(page, 'reports', 'Reports') },
  { name: 'settings-empty', show: page => goTo(page, 'settings', 'Settings') },
  { name: 'reconcile-empty', show: page => goTo(page, 'reconcile', 'Reconcile') },
]
