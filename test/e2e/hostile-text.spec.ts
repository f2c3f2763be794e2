import { readdir } from 'node:fs/promises'
import type { CommandInput } from '../../shared/app-commands.ts'
import { HOSTILE_TEXTS } from '../ipc/malformed.ts'
import { accepted, asked, execute } from './bridge.ts'
import { expect, test } from './fixture.ts'

const LONG = 'x'.repeat(100_000)

test('no text of a person becomes markup, code, a path or a format, wherever it is shown', async ({ page, book, scratch }) => {
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
  await expect(page.getByRole('main'), 'the texts were on the screen all the while').toContainText(/<img src=x onerror|=cmd\|/)
  expect(wrong).toEqual([])
  expect(await readdir(scratch), 'no text was taken for the name of a file').toEqual(before)
  expect((await readdir(book)).filter(name => !/^(journal\.ndjson|book\.json|backups|recovered|[\w.-]*lock[\w.-]*)$/.test(name))).toEqual([])
  expect(await asked(page, { type: 'verify' })).toMatchObject({ ok: true, problems: [] })
})

test('a text without an end is refused in few words, and the app goes on', async ({ page }) => {
  const contract: CommandInput = { type: 'open-contract', title: 'Website', client: 'Acme Ltd', freelancer: 'Muhammad A.', currency: 'USD', milestones: [] }
  for (const field of ['title', 'client', 'note']) {
    const answer = await execute(page, { ...contract, [field]: LONG })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', field } })
    expect(JSON.stringify(answer).length).toBeLessThan(500)
  }
  expect((await execute(page, contract)).ok).toBe(true)
})
