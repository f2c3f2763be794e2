import { expect, test } from 'vitest'
import { ledgerAnswer } from '../../main/answers/ledger-answer.ts'
import { ledgerPage } from '../../main/queries/ledger.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { newFolder, openBook } from '../book/fixture.ts'
import { Chance } from '../properties/chance.ts'
import { Driver } from '../properties/driver.ts'
import { FIRST_DAY, stepFrom } from '../properties/walk.ts'

const STEPS = 600

test('a ledger row in an answer keeps every field of an exported row', async () => {
  const draws = new Chance(5)
  const driver = new Driver(FIRST_DAY)
  const book = await openBook(newFolder(), {
    today: () => driver.today,
    now: () => new Date(`${driver.today}T12:00:00Z`),
  })
  for (let step = 0; step < STEPS; step++) {
    const { today, said } = stepFrom(driver, draws.between(0, 2 ** 32 - 1))
    driver.today = today
    if (driver.execute(said).ok) await book.execute(escrowCommandSchema.parse(said))
  }
  const { entries } = await ledgerPage(book, { type: 'ledger' })
  expect(entries.length).toBe(200)
  const links = entries.flatMap(({ row }) => [...(row.reverses ? ['reverses'] : []), ...(row.reversedBy ? ['by'] : [])])
  expect(new Set(links).size).toBe(2)
  for (const entry of entries) {
    const { label, contract, postings, ...answered } = ledgerAnswer(entry, 'en')
    const { postings: exported, ...row } = entry.row
    expect(answered).toEqual(row)
    expect(postings.map(({ milestone: _, ...posting }) => posting)).toEqual(exported)
    expect(label).not.toBe('')
    expect(contract.title).toBe(entry.contract.title)
  }
})
