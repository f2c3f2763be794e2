import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asked, execute, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'

test('an older copy of the folder in place of the book is reported before anything is recorded, and the person can continue from it', async ({
  scratch,
  book,
  launch,
}) => {
  const first = await launch()
  const page = await first.firstWindow()
  const contractId = await openContract(page, [42_000])
  await first.close()
  await cp(book, join(scratch, 'copy'), { recursive: true })

  const second = await launch()
  await execute(await second.firstWindow(), { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await second.close()
  await rm(book, { recursive: true })
  await cp(join(scratch, 'copy'), book, { recursive: true })

  const third = await launch()
  const back = await third.firstWindow()
  const alert = back.getByRole('alert')
  await expect(alert).toContainText('this book had 2 entries; one of them is not in it now.')
  await expect(alert).toContainText('nothing is recorded until you have chosen')
  if (process.env['LOOK']) await back.screenshot({ path: `${process.env['LOOK']}/rollback.png` })
  expect(await execute(back, { type: 'fund-milestone', contractId, milestoneId: 'M1' })).toMatchObject({
    ok: false,
    error: { code: 'book-read-only' },
  })
  await alert.getByRole('button', { name: 'Keep this book…' }).click()
  const dialog = back.getByRole('alertdialog')
  await expect(dialog).toContainText('It goes on from here, without the entry it lacks.')
  if (process.env['LOOK']) await back.screenshot({ path: `${process.env['LOOK']}/rollback-dialog.png` })
  await dialog.getByRole('button', { name: 'Go on from here' }).click()
  await expect(alert).toBeHidden()
  expect(await execute(back, { type: 'fund-milestone', contractId, milestoneId: 'M1' })).toMatchObject({ ok: true })
  await third.close()

  const fourth = await launch()
  expect(await asked(await fourth.firstWindow(), { type: 'book' })).toMatchObject({ readOnly: false, entries: 2 })
})
