import { expect, test } from 'vitest'
import { bytesOf, opened } from '../shared/reconcile/files/opening.ts'
import { readIn } from './reading.ts'

async function match(name: string) {
  const file = await opened(bytesOf(name))
  if (!file.ok) throw new Error(file.reason)
  return readIn(file.text)
}

test.each([
  ['camt-german.xml', 'camt-053', 7, [120_000, -10_000, -20_000, -25_000, 4_000, -999, -100]],
  ['camt-swiss.xml', 'camt-053', 3, [100_050, 50_000, -2_000]],
  ['ofx-sgml.qfx', 'ofx', 3, [40_000, -1_250, -10_025]],
  ['ofx-xml.ofx', 'ofx', 3, [-3_500, 3_500, -100]],
  ['mt940-german.sta', 'mt940', 6, [120_050, -1_000, -4_000, 700, 5_000, null]],
  ['mt940-dutch.940', 'mt940', 3, [40_000, -1_250, -310]],
])('%s is recognised as %s, and every row is read or shown as unreadable', async (name, recognised, total, amounts) => {
  const answer = await match(name)
  expect(answer).toMatchObject({ recognised, total, asks: null })
  expect(answer.rows.map(({ amount }) => amount)).toEqual(amounts)
})

test('rows that are not booked are left out by name, and a line that is no movement shows itself', async () => {
  const camt = await match('camt-german.xml')
  expect(camt.rows.slice(5).map(({ state }) => state)).toEqual(['ignored', 'ignored'])
  const ofx = await match('ofx-xml.ofx')
  expect(ofx.rows.slice(1).map(({ state }) => state)).toEqual(['ignored', 'ignored'])
  const { rows } = await match('mt940-german.sta')
  expect(rows[5]).toMatchObject({ state: 'bad', problem: expect.stringContaining('“not a movement” is not a day') })
})
