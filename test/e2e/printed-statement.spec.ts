import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { accepted, asked, execute, openContract } from './bridge.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

const hasReader = spawnSync('pdftotext', ['-v']).status === 0

/** The text of a PDF by line, as a reader sees it. */
function textOf(file: string): string {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

sampleTest('a printed statement can be read, searched, and checked later', async ({ page, scratch }) => {
  sampleTest.skip(!hasReader, 'pdftotext is not installed')
  const { head, entries } = await asked(page, { type: 'book' })
  const path = join(scratch, 'statement.pdf')
  expect(await execute(page, { type: 'print-statement', contractId: 'C0003', path })).toEqual({
    ok: true,
    value: { path, bytes: (await stat(path)).size, kept: true },
  })
  const text = textOf(path)
  expect(text).toMatch(/Data migration/)
  expect(text).toMatch(/17 +Sep 23 +Funded Survey +162\.49 +12\.49 +150\.00 +150\.00/)
  expect(text).toMatch(/450\.00 paid in += +250\.00 paid out +\+ +0\.00 refunded +\+ +200\.00 in escrow/)
  expect(text).toMatch(/Nov 20 +In escrow at the end of the period +200\.00/)
  expect(text).toMatch(/by Nov 21, 2026 +Answer to the dispute about Export/)
  expect(text).toMatch(/Page 1 of \d/)
  const groups = head.toUpperCase().match(/.{4}/g) ?? []
  for (const group of groups) expect(text).toContain(group)
  expect(await asked(page, { type: 'check-statement', entries, head: groups.slice(0, 4).join(' ') })).toMatchObject({
    result: 'same',
  })
})

test('a name with markup appears as text in a statement, and is removed from its file name', async ({
  page,
  scratch,
}) => {
  test.skip(!hasReader, 'pdftotext is not installed')
  const title = '<img src=x onerror=alert(1)> & "../../x"'
  const contractId = await openContract(page, [42_000], { title, client: '</title><script>1</script>' })
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const path = join(scratch, 'statement.pdf')
  expect(await execute(page, { type: 'print-statement', contractId, path })).toMatchObject({ ok: true })
  const text = textOf(path).replaceAll(/\s+/g, ' ')
  expect(text).toContain(title)
  expect(text).toContain('</title><script>1</script>')
  // In the footer as well.
  expect(text).toContain(`Statement of ${title}`)
})

test('the longest title leaves room for the page number under each page', async ({ page, scratch }) => {
  test.skip(!hasReader, 'pdftotext is not installed')
  const contractId = await openContract(page, [42_000], { title: 'Long title '.repeat(18).trim() })
  const path = join(scratch, 'statement.pdf')
  expect(await execute(page, { type: 'print-statement', contractId, path })).toMatchObject({ ok: true })
  const { stdout } = spawnSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' })
  const [, width] = /<page width="([\d.]+)"/.exec(stdout) ?? []
  const [, right] = /xMax="([\d.]+)"[^>]*>Page<\/word>/.exec(stdout) ?? []
  expect(Number(right)).toBeGreaterThan(0)
  expect(Number(right)).toBeLessThan(Number(width))
})

sampleTest(
  'a person prints a statement from the contract, and checks it by what stands at its foot',
  async ({ app, page, scratch }) => {
    await visit(page, 'contracts/C0003', 'Data migration')
    const path = join(scratch, 'mine.pdf')
    const named = app.evaluate(
      ({ dialog }, filePath) =>
        new Promise<string>(resolve => {
          dialog.showSaveDialog = async (...given: unknown[]) => {
            resolve(String((given.at(-1) as { defaultPath: string }).defaultPath))
            return { canceled: false, filePath }
          }
        }),
      path,
    )
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Print statement…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Print statement' })
    await expect(dialog.getByRole('combobox', { name: 'Of' })).toHaveValue('contract C0003')
    await expect(dialog).toContainText('Holds 11 entries of one contract.')
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('Last year')
    await expect(dialog).toContainText('Holds 0 entries of one contract.')
    await dialog.getByRole('combobox', { name: 'Of' }).selectOption('Client: Helio Energy')
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('From the beginning')
    await expect(dialog).toContainText('of 2 contracts.')
    await dialog.getByRole('button', { name: 'Save PDF…' }).click()
    await expect(page.getByRole('status').filter({ hasText: `Statement saved as ${path}.` })).toBeVisible()
    expect(await named).toMatch(/statement-Helio-Energy-2026-11-20\.pdf$/)
    expect((await readFile(path, 'latin1')).slice(0, 5)).toBe('%PDF-')
    await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()

    const { head, entries } = await asked(page, { type: 'book' })
    await accepted(page, { type: 'bonus', contractId: 'C0001', amount: 100 })
    await visit(page, 'settings', 'Settings')
    await page.getByRole('button', { name: 'Check a statement…' }).press('Enter')
    const check = page.getByRole('dialog', { name: 'Check a statement' })
    await check.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(check.getByRole('alert')).toContainText('Enter the entry number')
    await check.getByRole('textbox', { name: 'Entry number' }).fill(String(entries))
    await check.getByRole('textbox', { name: 'Fingerprint' }).fill(`O${head.slice(1, 20)}`)
    await settled(page)
    await page.keyboard.press('Enter')
    await expect(check.getByRole('alert')).toContainText('is not part of a fingerprint')
    await check.getByRole('textbox', { name: 'Fingerprint' }).fill(head.slice(0, 16))
    await page.keyboard.press('Enter')
    await expect(check.getByRole('status')).toContainText('The statement agrees with this book')
    await expect(check.getByRole('status')).toContainText('since then 1 more was recorded')
    await check.getByRole('textbox', { name: 'Fingerprint' }).fill('0000 0000 0000 0000')
    await page.keyboard.press('Enter')
    await expect(check.getByRole('status')).toContainText('This is not the history')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Check a statement…' })).toBeFocused()
  },
)

sampleTest(
  'the PDF of a statement is checked by its bytes: as printed, altered, foreign, and after a correction',
  async ({ page, scratch }) => {
    const path = join(scratch, 'statement.pdf')
    expect(await execute(page, { type: 'print-statement', contractId: 'C0003', path })).toMatchObject({ ok: true })
    const bytes = await readFile(path)
    const altered = Buffer.from(bytes)
    altered.writeUInt8(altered.readUInt8(altered.length >> 1) ^ 1, altered.length >> 1)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('check a statement')
    await page.getByRole('option', { name: 'Check a statement…' }).waitFor()
    await page.keyboard.press('Enter')
    const check = page.getByRole('dialog', { name: 'Check a statement' })
    await expect(check.getByRole('button', { name: 'Choose the PDF…' })).toBeFocused()
    const choose = (name: string, buffer: Buffer) =>
      check.getByLabel('The PDF of a statement').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await choose('statement.pdf', bytes)
    await expect(check.getByRole('status')).toContainText('This book printed this file, byte for byte, on Nov 20, 2026')
    await expect(check.getByRole('status')).toContainText('of “Data migration”')
    await expect(check.getByRole('status')).toContainText('No entry was recorded since.')
    await choose('altered.pdf', altered)
    await expect(check.getByRole('status')).toContainText('This is not one that this book printed')
    await choose('foreign.pdf', Buffer.from('%PDF-1.7 of another program'))
    await expect(check.getByRole('status')).toContainText('This is not one that this book printed')
    await choose('notes.txt', Buffer.from('no statement'))
    await expect(check.getByRole('alert')).toContainText('notes.txt is not a PDF')

    const { timeline } = await asked(page, { type: 'contract', contractId: 'C0003' })
    const latest = timeline.find(({ undoable }) => undoable === true)
    expect(latest).toBeDefined()
    const undo = { type: 'reverse', contractId: 'C0003' } as const
    expect(await asked(page, { type: 'preview', command: undo })).toMatchObject({
      papers: [{ kind: 'statement', name: 'statement.pdf' }],
    })
    await accepted(page, undo)
    await drop(check.getByText('Or drop it here'), 'statement.pdf', bytes)
    await expect(check.getByRole('status')).toContainText('one entry was undone or corrected')
  },
)

/** Drops a file on an element, as from the system's file manager. */
async function drop(target: Locator, name: string, bytes: Buffer): Promise<void> {
  const transfer = await target.page().evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(content), each => each.charCodeAt(0))], file))
      return data
    },
    [name, bytes.toString('base64')] as const,
  )
  await target.dispatchEvent('drop', { dataTransfer: transfer })
}
