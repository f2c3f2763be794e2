import type { Page } from '@playwright/test'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { PRESETS } from '../../shared/contract/presets.ts'
import { accented } from '../../shared/words/pseudo.ts'
import { expect, test } from './fixture.ts'
import { hardCoded } from './hard-coded.ts'
import { layoutFaults } from './layout-faults.ts'
import { PLACES } from './places/places.ts'
import { SCREENS } from './places/screens.ts'
import { chooseStatement, LETTER } from './places/statements.ts'
import { LOOKED_AT, leave, type Reading, recordSample, visit } from './visiting.ts'

test.use({ today: LOOKED_AT })

const CYRILLIC = 'абцдефгхийклмнопярстувшхызАБЦДЕФГХИЙКЛМНОПЯРСТУВШХЫЗ'
const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Text that a person wrote, in letters that the catalogue never uses. */
const written = (text: string): string => [...text].map(letter => CYRILLIC[LATIN.indexOf(letter)] ?? letter).join('')

/** Names from the sample as a person wrote them, the rest as in the pseudo-locale. */
const inPseudo: Reading = name =>
  name.replaceAll(/\{([^}]*)\}|([^{}]+)/g, (_, mine?: string, ours?: string) =>
    mine === undefined ? accented(ours ?? '') : written(mine),
  )

function rewritten(command: EscrowCommandInput): EscrowCommandInput {
  const texts = new Set(['title', 'client', 'freelancer', 'note', 'reference', 'reason'])
  return JSON.parse(JSON.stringify(command), (name, value) =>
    texts.has(name) && typeof value === 'string' ? written(value) : value,
  )
}

const BANK = ['Дата;Кто;Что;Сумма', '05.10.2026;Банк;Сайт;-420,00', '06.10.2026;Лавка;Хлеб;-7,80'].join('\n')

async function showBank(page: Page): Promise<void> {
  await visit(page, 'reconcile', inPseudo('Reconcile'))
  await chooseStatement(page, { name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(BANK) }, inPseudo)
  await page.getByRole('region', { name: inPseudo('Which column is which') }).waitFor()
}

test('in the right-to-left pseudo-locale, no text is hard-coded or cut off', async ({ launch, book }) => {
  test.setTimeout(240_000)
  const app = await launch({ env: { ESCROWBOOK_PSEUDO: '1' } })
  const page = await app.firstWindow()
  page.setDefaultTimeout(10_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  // Terms of the system and of the platforms, and the file of the statement that was read.
  const names = [book, 'bank.csv', ...PRESETS.map(({ name }) => name), 'book', LETTER.name]
  const plain: string[] = []
  const faults: string[] = []
  async function look(place: string): Promise<void> {
    await page.mouse.move(0, 0)
    for (const text of await hardCoded(page, names)) plain.push(`${place}: ${text}`)
    for (const fault of await layoutFaults(page)) faults.push(`${place}: ${fault}`)
  }
  await page.getByRole('heading', { name: inPseudo('This book is empty.') }).waitFor()
  await look('empty')
  await recordSample(page, rewritten)
  for (const [name, address] of SCREENS) {
    await visit(page, address, inPseudo(name))
    await look(name)
  }
  for (const { name, layer, show } of PLACES.slice(SCREENS.length)) {
    await show(page, inPseudo)
    await look(name)
    if (layer !== undefined) await leave(page)
  }
  await showBank(page)
  await look('Reconcile: columns')
  const labels = await app.evaluate(({ Menu }) => {
    const all = (items: readonly Electron.MenuItem[]): string[] =>
      items.flatMap(item => [item.label, ...all(item.submenu?.items ?? [])])
    return all(Menu.getApplicationMenu()?.items ?? [])
  })
  expect(labels.length).toBeGreaterThan(20)
  for (const label of labels) if (/[a-z]{2,}/i.test(label)) plain.push(`menu: ${label}`)
  expect.soft(plain.join('\n'), 'hard-coded').toBe('')
  expect(faults.join('\n'), 'faults').toBe('')
})
