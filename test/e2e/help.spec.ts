import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ACTION_IDS, factsOf } from '../../shared/actions/actions.ts'
import { say } from '../../shared/words/say.ts'
import { asked } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { visit, WEBSITE } from './visiting.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const find = (page: Page) => page.getByRole('searchbox', { name: 'Find in help' })

const chooseInMenu = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

test('F1 opens Getting started from any screen, even while typing, and the current page is marked', async ({
  page,
}) => {
  await page.keyboard.press('F1')
  await expect(heading(page, 'Getting started')).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toHaveText('SettingsHelp')
  await expect(
    page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: 'Getting started' }),
  ).toHaveAttribute('aria-current', 'page')
  // A screen reader reads the bar of a step as its amounts.
  const second = page.getByRole('listitem').filter({ hasText: 'Fund the second milestone' })
  await expect(second.getByRole('img')).toHaveAccessibleName('100.00 Paid out, 150.00 Held, 100.00 Unallocated')

  await visit(page, 'help/glossary', 'Help')
  await find(page).fill('escrow')
  await page.keyboard.press('F1')
  await expect(heading(page, 'Getting started')).toBeFocused()
  await expect(find(page)).toHaveValue('')
})

test('the menu, the palette and Settings open the pages of Help', async ({ app, page }) => {
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.at(-1)
      ?.submenu?.items.map(({ type, label }) => (type === 'separator' ? '-' : label)),
  )
  expect(labels).toEqual([
    'Getting started',
    'Glossary',
    'Keyboard',
    'The files of your book',
    'Licences',
    '-',
    'About Escrowbook',
  ])
  await chooseInMenu(app, 'help.files')
  await expect(heading(page, 'The files of your book')).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('help')
  await expect(page.getByRole('option', { name: /Keyboard/ })).toBeVisible()
  await page.keyboard.type(' glossary')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Glossary')).toBeFocused()

  await visit(page, 'settings', 'Settings')
  await page.getByRole('region', { name: 'Help' }).getByRole('link', { name: 'Licences' }).press('Enter')
  await expect(heading(page, 'Licences')).toBeFocused()
})

test('searching in Help filters every page, the current one first, and Escape clears the search', async ({ page }) => {
  await visit(page, 'help/glossary', 'Help')
  await expect(heading(page, 'Glossary')).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('unallocated')
  const titles = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(titles).toHaveText(['Glossary', 'Getting started'])
  await expect(page.getByRole('term').filter({ hasText: /^Unallocated$/ })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: /^Bonus$/ })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: 'Glossary' })).toHaveText(
    /^Glossary\d+$/,
  )
  await find(page).fill('sha-256')
  await expect(page.getByRole('status').filter({ hasText: '1 match' })).toBeVisible()
  await find(page).fill('zebra')
  await expect(page.getByRole('status').filter({ hasText: 'No matches.' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(titles).toHaveText(['Glossary'])
  await expect(page.getByRole('term').filter({ hasText: /^Bonus$/ })).toBeVisible()

  // The current page can be chosen too, though the address stays the same.
  await find(page).fill('zebra')
  await page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: 'Glossary' }).click()
  await expect(find(page)).toHaveValue('')
})

test('Keyboard lists every action that has a shortcut, in Help and in Settings', async ({ page }) => {
  const named = ACTION_IDS.map(factsOf).filter(({ keys }) => keys !== undefined)
  expect(named.length).toBeGreaterThan(14)
  for (const [address, title] of [
    ['help/keyboard', 'Help'],
    ['settings', 'Settings'],
  ] as const) {
    await visit(page, address, title)
    const section = page.getByRole('region', { name: 'Keyboard' })
    for (const { label, keys = '' } of named) {
      const row = section.getByRole('term').filter({ hasText: new RegExp(`^${say(label)}$`) })
      await expect(row.locator('xpath=following-sibling::dd'), `${say(label)}, ${address}`).toHaveText(
        keys.replace('Mod+', 'Ctrl'),
      )
    }
  }
})

test('Help explains the files of the book, and copies the path of their folder', async ({ app, page }) => {
  await visit(page, 'help/files', 'Help')
  await expect(page.getByRole('term')).toHaveText([
    'journal.ndjson',
    'backups/',
    'book.json',
    'front-page.json',
    'recovered/',
    'lock.N',
    'lock.held',
  ])
  const { folder } = await asked(page, { type: 'book' })
  await expect(page.getByText(folder, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copy path' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(folder)
})

test('Licences lists the notices from the build, and shows the text of the chosen one', async ({ page }) => {
  await visit(page, 'help/licences', 'Help')
  await expect(page.getByRole('main')).toContainText('MIT licence')
  await expect(page.getByRole('main')).toContainText('THIRD-PARTY.txt')
  await expect(page.getByRole('main')).toContainText('LICENSES.chromium.html')
  const table = page.getByRole('table', { name: 'Software in Escrowbook and its licences' })
  for (const [name, licence, text] of [
    ['react', 'MIT', 'Meta Platforms'],
    ['@radix-ui/react-dialog', 'MIT', 'WorkOS'],
    ['zod', 'MIT', 'Colin McDonnell'],
    ['intl-messageformat', 'BSD-3-Clause', 'Redistribution and use'],
    ['lucide-react', 'ISC', 'ISC License'],
    ['@fontsource-variable/inter', 'OFL-1.1', 'SIL OPEN FONT LICENSE'],
    ['electron', 'MIT', 'Electron contributors'],
  ] as const) {
    const { version } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, `../../node_modules/${name}/package.json`), 'utf8'),
    )
    const button = table.getByRole('button', { name, exact: true })
    await expect(table.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })).toHaveText(
      `${name}${version}${licence}`,
    )
    await button.press('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(table.getByRole('region', { name: `Licence of ${name}` })).toContainText(text)
  }
  await expect(table.getByRole('region')).toHaveCount(1)
  await table.getByRole('button', { name: 'electron', exact: true }).press('Enter')
  await expect(table.getByRole('region')).toHaveCount(0)
  // Arrow keys move between rows, as in every table.
  await page.keyboard.press('Home')
  await expect(table.getByRole('button').first()).toBeFocused()
})

/** The terms with a tooltip on the open screen. */
const terms = (page: Page) => page.getByRole('main').locator('a[href^="#/help/glossary/"]')

sampleTest('hover and focus show the meaning of a term, and Escape hides it', async ({ page }) => {
  await visit(page, 'ledger', 'Ledger')
  const term = page.getByRole('link', { name: 'Brought forward' })
  const meaning = page.getByRole('tooltip', { name: 'What was in escrow before the first day shown.' })
  await expect(meaning).toHaveCount(0)
  await term.hover()
  await expect(meaning).toBeAttached()
  await expect(term).toHaveAccessibleDescription('What was in escrow before the first day shown.')
  // The pointer can move onto the meaning, for example to magnify it.
  await meaning.hover()
  await page.waitForTimeout(400)
  await expect(meaning).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(meaning).toHaveCount(0)

  await page.mouse.move(0, 0)
  await term.focus()
  await expect(meaning).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(meaning).toHaveCount(0)
  await expect(term).toBeFocused()
})

sampleTest('Enter, F1 or a click on a term opens its place in the glossary', async ({ page }) => {
  for (const press of ['Enter', 'F1', 'click']) {
    await visit(page, 'overview', 'Overview')
    const term = page.getByRole('link', { name: 'Unallocated' })
    if (press === 'click') await term.click()
    else await term.press(press)
    const place = page.getByRole('term').filter({ hasText: /^Unallocated$/ })
    await expect(place, press).toBeFocused()
    await expect(place, press).toBeInViewport()
  }
})

sampleTest('each screen explains a term once, and only a few terms', async ({ page }) => {
  const counts: Record<string, number> = {}
  for (const [address, heading] of [
    ['', 'Contracts'],
    [`contracts/${WEBSITE[0]}`, 'Website redesign'],
    ['overview', 'Overview'],
    ['ledger', 'Ledger'],
    ['reports', 'Reports'],
    ['planner', 'Planner'],
    ['new-contract', 'New contract'],
    ['settings', 'Settings'],
  ] as const) {
    await visit(page, address, heading)
    if (address !== '') await terms(page).first().waitFor()
    const found = await terms(page).evaluateAll(links => links.map(link => link.getAttribute('href')))
    expect(new Set(found).size, heading).toBe(found.length)
    counts[heading] = found.length
  }
  console.log(`  terms: ${JSON.stringify(counts)}`)
  expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(7)
})

sampleTest('a term in a dialog shows its meaning, and Escape leaves the dialog open', async ({ page }) => {
  await visit(page, `contracts/${WEBSITE[0]}`, 'Website redesign')
  await page
    .getByRole('button', { name: /^Fund / })
    .first()
    .press('Enter')
  const dialog = page.getByRole('dialog')
  const term = dialog.getByRole('button', { name: 'Held', exact: true })
  const meaning = page.getByRole('tooltip', { name: 'Money in escrow that belongs to a funded milestone.' })
  await term.hover()
  await expect(meaning).toBeAttached()
  await term.click()
  await expect(meaning).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(meaning).toHaveCount(0)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

ownStartTest.describe('an app without its notices', () => {
  ownStartTest.use({ expectedErrors: [/404 \(Not Found\)/] })
  ownStartTest('says where to find the licences', async ({ page }) => {
    // The page looks for the module next to itself, and finds none.
    await page.evaluate(() =>
      Object.defineProperty(document, 'baseURI', { value: new URL('elsewhere/', location.href).href }),
    )
    await visit(page, 'help/licences', 'Help')
    await expect(page.getByRole('alert')).toHaveText(/could not be read here.*THIRD-PARTY\.txt/)
    await find(page).fill('glossary')
    await expect(heading(page, 'Glossary')).toBeVisible()
  })
})
