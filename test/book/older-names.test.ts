import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lineOf, NO_HASH, type Transaction } from '../../main/book/journal/line.ts'
import { partyRows } from '../../main/queries/parties.ts'
import { reportOf } from '../../main/queries/report.ts'
import { closeBook, MOVES, newFolder, OPENING, openBook, record, recordAll, settledHealth } from './fixture.ts'

const contractId = 'C0001'
const FREELANCER = 'Acme  Ltd'

/**
 * The folder of a book from when blanks were a difference: its first contract is between `Acme Ltd`
 * and `Acme  Ltd`, the second has a client with another blank. No checkpoint.
 */
async function olderBook(): Promise<string> {
  const folder = newFolder()
  const book = await openBook(folder)
  await recordAll(book, [
    { ...OPENING, freelancer: 'Later' },
    ...MOVES,
    { ...OPENING, client: 'Acme\u00a0Ltd', freelancer: 'Dana Reyes' },
    { type: 'rename-party', from: 'Later', to: 'Latest' },
    { type: 'edit-contract', contractId, title: 'Shop' },
  ])
  await closeBook(book)
  const journal = join(folder, 'journal.ndjson')
  let prev = NO_HASH
  const lines = readFileSync(journal, 'utf8')
    .trimEnd()
    .replaceAll(/Latest|Later/g, FREELANCER)
    .split('\n')
    .map(line => {
      const { text, hash } = lineOf(JSON.parse(line) as Transaction, prev)
      prev = hash
      return text
    })
  writeFileSync(journal, lines.join(''))
  rmSync(join(folder, 'book.json'))
  return folder
}

test('an older book in which both parties of a contract now are one opens as before', async () => {
  const book = await openBook(await olderBook())
  expect(await settledHealth(book)).toMatchObject({ state: 'ok' })
  expect(book.contract(contractId)).toMatchObject({ client: 'Acme Ltd', freelancer: FREELANCER, released: 40_000 })
})

test('its entries are undone and corrected, although both parties have one name', async () => {
  const book = await openBook(await olderBook())
  await record(book, { type: 'correct', contractId, entry: 3, with: { amount: 30_000 } })
  expect(book.contract(contractId)).toMatchObject({ released: 30_000, title: 'Shop' })
  await record(book, { type: 'reverse', contractId })
  expect(book.contract(contractId)).toMatchObject({ client: 'Acme Ltd', freelancer: FREELANCER, title: 'Website' })
})

test('its parties are one in the list and in reports, and a rename gives each of a contract its own name', async () => {
  const book = await openBook(await olderBook())
  expect(partyRows(book.contracts())).toEqual([
    { name: 'Acme Ltd', client: 2, freelancer: 1, open: 3 },
    { name: 'Dana Reyes', client: 0, freelancer: 1, open: 1 },
  ])
  expect(reportOf(book, { type: 'report', by: 'client', currency: 'USD' }).rows).toHaveLength(1)
  await record(book, { type: 'edit-contract', contractId, freelancer: 'Acme Studio' })
  await record(book, { type: 'rename-party', from: 'acme ltd', to: 'Acme plc' })
  expect([...book.contracts()].map(({ client, freelancer }) => [client, freelancer])).toEqual([
    ['Acme plc', 'Acme Studio'],
    ['Acme plc', 'Dana Reyes'],
  ])
})
