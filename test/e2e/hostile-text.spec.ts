import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { CommandInput } from '../../shared/api/app-commands.ts'
import { EXPORT_FORMATS } from '../../shared/api/export-formats.ts'
import { HOSTILE_TEXTS } from '../electron/ipc/malformed.ts'
import { accepted, asked, execute, openContract } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'
import { chooseStatement } from './places/statements.ts'

const LONG = 'x'.repeat(100_000)

ownStartTest(
  'no text of a person becomes markup, code, a path or a format, wherever it is shown',
  async ({ page, book, scratch }) => {
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', line => {
      if (line.type() === 'error') wrong.push(line.text())
    })
    const before = await readdir(scratch)
    for (const text of HOSTILE_TEXTS) {
      const opened = await accepted(page, {
        type: 'open-contract',
        title: text,
        client: text,
        freelancer: `${text} too`,
        currency: 'USD',
        milestones: [{ title: text, amount: 10_000 }],
        reference: text,
        note: text,
      })
      const contractId = opened.contractId ?? ''
      await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1', note: text })
      const { contract } = await asked(page, { type: 'contract', contractId })
      expect(contract.title, 'the text comes back as it was given, but for spaces around it').toBe(text.trim())
      expect(contract.milestones[0]?.title).toBe(text.trim())
      await page.getByRole('navigation').getByText('Contracts').first().click()
      await expect(page.getByRole('main')).toBeVisible()
    }
    const { total } = await asked(page, { type: 'contracts' })
    expect(total).toBe(HOSTILE_TEXTS.length)
    for (const screen of ['Overview', 'Ledger', 'Reports', 'Contracts']) {
      await page.getByRole('navigation').getByText(screen).first().click()
      await expect(page.getByRole('main')).toBeVisible()
      const became = await page.evaluate(() => ({
        marked: 'marked' in globalThis,
        elements: document.querySelectorAll('img, iframe, main script, object, embed').length,
        handlers: document.querySelectorAll('[onerror], [onload], [onclick]').length,
      }))
      expect(became, screen).toEqual({ marked: false, elements: 0, handlers: 0 })
    }
    await expect(page.getByRole('main'), 'the texts were on the screen all the while').toContainText(
      /<img src=x onerror|=cmd\|/,
    )
    expect(wrong).toEqual([])
    expect(await readdir(scratch), 'no text was taken for the name of a file').toEqual(before)
    expect(
      (await readdir(book)).filter(
        name => !/^(journal\.ndjson|book\.json|backups|recovered|[\w.-]*lock[\w.-]*)$/.test(name),
      ),
    ).toEqual([])
    expect(await asked(page, { type: 'verify' })).toMatchObject({ ok: true, problems: [] })
  },
)

test('a title that would turn our words and amounts round is shown with marks, and the rest stays as it is', async ({
  page,
}) => {
  const contractId = await openContract(page, [42_000, 10_000], { title: 'Website \u202ereversed', client: 'דנה' })
  await accepted(page, {
    type: 'edit-milestone',
    contractId,
    milestoneId: 'M1',
    title: 'work \u202e',
  })
  await page.evaluate(id => {
    location.hash = `#/contracts/${id}`
  }, contractId)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Website [RLO]reversed')
  const main = page.getByRole('main')
  await expect(main).toContainText('work [RLO]')
  const shown = await page.evaluate(() => document.body.innerText)
  expect(shown, 'no control of direction but isolates is left on the screen').not.toMatch(/[\u202a-\u202e]/)
  await page.screenshot({ path: test.info().outputPath('title.png') })
})

// Texts that a shell, a page, a format or a terminal could interpret.
const HOSTILE_NAMES = [
  '<img src=x onerror="marked = 1">',
  '$(reboot); `id` \'"\n--no-sandbox',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be taken as it stands.
  '\u202Etxt.exe %s ${7*7} {name}',
]

test('any contract title appears as plain text on its screen, in its dialogs, in a search and in a statement file', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  const harmless = async (where: string): Promise<void> => {
    const became = await page.evaluate(() => ({
      marked: 'marked' in globalThis,
      elements: document.querySelectorAll('main img, [role=dialog] img, iframe, body script, object, embed').length,
      handlers: document.querySelectorAll('[onerror], [onload], [onclick]').length,
    }))
    expect(became, where).toEqual({ marked: false, elements: 0, handlers: 0 })
  }
  const cells = HOSTILE_TEXTS.map(text => `"${text.replaceAll('"', '""')}"`)
  // A screen makes the same mistake with any text; with these it would have an effect.
  for (const text of HOSTILE_TEXTS.filter(one => /[<{%$`\u202E]/.test(one))) {
    const contractId = await openContract(page, [10_000], { title: text, client: text, freelancer: `${text} too` })
    await page.evaluate(id => {
      location.hash = `#/contracts/${id}`
    }, contractId)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page
      .getByRole('button', { name: /^Fund / })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await harmless(`${text}: funding`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText(text)
    await harmless(`${text}: searching`)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+6')
  await page.getByRole('heading', { level: 1, name: 'Reconcile' }).waitFor()
  const statement = [
    'Date,Amount,Description,Reference',
    ...cells.map((cell, i) => `2026-01-${String(i + 1).padStart(2, '0')},${i + 1}.00,${cell},${cell}`),
  ].join('\n')
  await chooseStatement(page, {
    name: '<img src=x onerror="marked = 1">.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(statement),
  })
  await expect(page.getByRole('main')).toContainText('<img src=x onerror=')
  await harmless('a statement')
  expect(wrong).toEqual([])
})

ownStartTest(
  'an export goes into the file that was named and into no other, whatever the texts in it',
  async ({ page, scratch }) => {
    for (const text of HOSTILE_TEXTS)
      await openContract(page, [10_000], { title: text, client: text, freelancer: `${text} too`, note: text })
    const folder = join(scratch, 'exports')
    await mkdir(folder)
    const before = await readdir(scratch)
    for (const format of EXPORT_FORMATS)
      expect(
        await execute(page, { type: 'save-export', format, path: join(folder, `book.${format}`) }),
        format,
      ).toMatchObject({ ok: true })
    expect(await execute(page, { type: 'print-statement', path: join(folder, 'statement.pdf') })).toMatchObject({
      ok: true,
    })
    expect((await readdir(folder)).sort()).toEqual(
      [...EXPORT_FORMATS.map(format => `book.${format}`), 'statement.pdf'].sort(),
    )
    expect(await readdir(scratch)).toEqual(before)
    const { data } = Papa.parse<string[]>(await readFile(join(folder, 'book.csv'), 'utf8'))
    expect(data.length).toBeGreaterThan(HOSTILE_TEXTS.length)
    for (const cell of data.flat())
      expect(cell, 'a spreadsheet would take it for a formula').not.toMatch(/^(?!-\d+(\.\d+)?$)[=+\-@\t\r]/)
  },
)

test('a path that is not a file of the person’s own is refused with a sentence, and no file is replaced, moved or followed', async ({
  page,
  scratch,
}) => {
  await openContract(page, [10_000])
  const mine = join(scratch, 'mine.csv')
  await writeFile(mine, 'mine')
  const link = join(scratch, 'link.csv')
  await symlink(mine, link)
  const dangling = join(scratch, 'dangling.csv')
  await symlink(join(scratch, 'made-by-following'), dangling)
  const before = (await readdir(scratch)).sort()
  for (const path of [
    mine,
    link,
    dangling,
    scratch,
    '../../x',
    'book.csv',
    `${scratch}/a\0b`,
    join(scratch, 'no-such-folder', 'book.csv'),
    '/dev/null',
    '/proc/self/mem',
  ]) {
    const answer = await execute(page, { type: 'save-export', format: 'csv', path })
    expect(answer, path).toMatchObject({ ok: false, error: { field: 'path', message: expect.stringMatching(/\.$/) } })
  }
  expect(await readFile(mine, 'utf8')).toBe('mine')
  expect((await readdir(scratch)).sort()).toEqual(before)
})

ownStartTest(
  'a book in a folder of any name is kept, shown and backed up as in any other',
  async ({ launch, scratch }) => {
    ownStartTest.setTimeout(90_000)
    ownStartTest.skip(process.platform === 'win32', 'Windows takes no such names.')
    for (const name of HOSTILE_NAMES) {
      const folder = join(scratch, 'books', name)
      const app = await launch({ env: { ESCROWBOOK_DIR: folder } })
      const page = await app.firstWindow()
      await expect(page.getByRole('main')).toBeVisible()
      await openContract(page, [10_000])
      expect(await execute(page, { type: 'back-up' })).toMatchObject({ ok: true })
      await page.keyboard.press('Control+,')
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
      expect(await page.evaluate(() => ['marked' in globalThis, document.querySelectorAll('main img').length])).toEqual(
        [false, 0],
      )
      await app.close()
      expect(await readdir(folder)).toEqual(expect.arrayContaining(['backups', 'book.json', 'journal.ndjson']))
    }
    expect((await readdir(join(scratch, 'books'))).sort()).toEqual([...HOSTILE_NAMES].sort())
  },
)

test('extremely long text is refused briefly, and the app goes on', async ({ page }) => {
  const contract: CommandInput = {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    milestones: [],
  }
  for (const field of ['title', 'client', 'note']) {
    const answer = await execute(page, { ...contract, [field]: LONG })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', field } })
    expect(JSON.stringify(answer).length).toBeLessThan(500)
  }
  expect((await execute(page, contract)).ok).toBe(true)
})
