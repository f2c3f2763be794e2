import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeSampleBook } from '../../tools/sample-book/write.ts'
import { expect, test } from './fixture.ts'

const TODAY = '2026-01-31'

test.use({
  today: TODAY,
  faults: [async (book: string) => void (await writeSampleBook(book, { contracts: 500, seed: 3, today: TODAY }))],
})

/** Only what is proved is written for the next start. */
async function isProved(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => JSON.stringify(await window.escrowbook.query({ type: 'book' }))))
    .toContain('"health":{"state":"ok"')
}

test('a large book first shows its previous rows, and then the current data once the book has been read', async ({
  launch,
  book,
}) => {
  const path = join(book, 'front-page.json')
  const first = await launch()
  const before = await first.firstWindow()
  const row = before.getByRole('row').nth(1)
  await expect(row).toBeVisible()
  const title = (await row.getByRole('link').innerText()).trim()
  await isProved(before)
  await first.close()

  // A front page with other contents and a valid hash: the book wins.
  const { seal: _, ...page } = JSON.parse(readFileSync(path, 'utf8'))
  for (const { lists } of page.page.days)
    for (const { value } of lists) for (const each of value.rows) each.title = 'Not in the book'
  const body = JSON.stringify(page).slice(0, -1)
  writeFileSync(path, `${body},"seal":"${createHash('sha256').update(body).digest('hex')}"}`)

  const again = await launch()
  const after = await again.firstWindow()
  const recorded = await after.evaluate(() =>
    window.escrowbook.execute({
      type: 'open-contract',
      title: 'A new one',
      client: 'Acme Ltd',
      freelancer: 'Dana Reyes',
      currency: 'USD',
      milestones: [{ title: 'All', amount: 50_000, due: '2025-12-01' }],
    }),
  )
  expect(recorded).toMatchObject({ ok: true })
  await expect(after.getByRole('link', { name: title, exact: true }).first()).toBeVisible()
  await expect(after.getByRole('link', { name: 'Not in the book' })).toHaveCount(0)
  await isProved(after)
  await again.close()

  const { mark } = JSON.parse(readFileSync(path, 'utf8'))
  expect(mark.offset).toBe(readFileSync(join(book, 'journal.ndjson')).length)
  expect(readFileSync(path, 'utf8')).not.toContain('Not in the book')
})
