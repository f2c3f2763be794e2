import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { DayNumbers, readBookSide, standingNear } from '../../main/reconcile/match/book-side.ts'
import { placeById } from '../../main/reconcile/match/by-id.ts'
import { BookNames } from '../../main/reconcile/match/names.ts'
import { placeAsNew } from '../../main/reconcile/match/new-movements.ts'
import { proposeByAmount } from '../../main/reconcile/match/proposals.ts'
import { rowsTogether } from '../../main/reconcile/match/rows-together.ts'
import { type Stage, type StageContext, takenBy, type Unplaced } from '../../main/reconcile/match/stage.ts'
import { Ticks } from '../../main/reconcile/match/ticks.ts'
import { isGood } from '../../main/reconcile/read/row.ts'
import { readRows } from '../../main/reconcile/read/rows.ts'
import { readTable } from '../../main/reconcile/read/table.ts'
import { Slices } from '../../main/scheduling/slices.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { bookOn } from '../queries/open-book.ts'

const TODAY = '2026-11-20' as IsoDate
const FIRST = '2026-06-01' as IsoDate
const contractId = 'C0001'
const STAGES: Readonly<Record<string, Stage>> = { placeById, proposeByAmount, placeAsNew }
const COLUMNS = { date: 'Date', amount: 'Amount', id: 'Id', kind: 'Type', name: 'Name', inCurrency: 'USD' } as const

/** A client's contract with entries of every kind of money, some with a reference. */
const bookOfEntries = (): Promise<Book> =>
  bookOn(
    TODAY,
    {
      type: 'open-contract',
      title: 'Help-centre articles',
      client: 'Northwind',
      freelancer: 'Priya Nair',
      currency: 'USD',
      on: FIRST,
      milestones: [
        { title: 'Batch one', amount: 500 },
        { title: 'Batch two', amount: 500 },
      ],
    },
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: FIRST, reference: 'T1' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 400, on: addDays(FIRST, 2) },
    { type: 'bonus', contractId, amount: 300, on: addDays(FIRST, 4) },
    { type: 'bonus', contractId, amount: 300, on: addDays(FIRST, 5), reference: 'T2' },
    { type: 'return-payment', contractId, amount: 100, on: addDays(FIRST, 6), reference: 'T3' },
  )

/** Rows that agree with the book's entries in id, amount and day only now and then. */
const someRows = fc.array(
  fc.record({
    day: fc.nat(12),
    units: fc.constantFrom(-5, -4, -3, -1, 1, 3, 4, 5),
    id: fc.constantFrom('', 'T1', 'T2', 'T3', 'T4', 'T5'),
    type: fc.constantFrom('Payment', 'Bonus', 'Refund', 'Fee'),
    name: fc.constantFrom('', 'Priya Nair', 'Harbour Cafe'),
  }),
  { minLength: 1, maxLength: 12 },
)

async function movementsOf(rows: typeof someRows extends fc.Arbitrary<infer T> ? T : never): Promise<Unplaced[]> {
  const lines = rows.map(({ day, units, id, type, name }) =>
    [addDays(FIRST, day), `${units}.00`, id, type, name].join(','),
  )
  const slices = new Slices()
  const table = await readTable(['Date,Amount,Id,Type,Name', ...lines].join('\n'), slices)
  if (!table.ok) throw new Error(table.refusal.code)
  const read = await readRows(table.value, 'columns', COLUMNS, slices)
  if (read.asks !== null) throw new Error(read.asks)
  const { rest } = await rowsTogether(read.rows.filter(isGood), slices)
  return rest.map(movement => ({ movement }))
}

async function contextOf(
  book: Book,
  movements: readonly Unplaced[],
  taken: ReadonlySet<number>,
): Promise<StageContext> {
  const slices = new Slices()
  const days = new DayNumbers()
  const ids = new Set(movements.flatMap(({ movement: { main, parts } }) => [main, ...parts].map(({ id }) => id)))
  const side = await readBookSide(book, ids, slices)
  const span = { from: days.of(FIRST), to: days.of(TODAY), currencies: new Set(['USD']) }
  const near = await standingNear(side, span, slices)
  return {
    book,
    side,
    near,
    names: new BookNames(side.contracts),
    ticks: new Ticks({ ticked: 'sure' }),
    left: () => undefined,
    recordedFrom: () => [],
    days,
    today: TODAY,
    slices,
    earlier: [],
    taken,
  }
}

const linesOf = (movements: readonly Unplaced[]): number[] => movements.map(({ movement }) => movement.main.line)

for (const [name, stage] of Object.entries(STAGES)) {
  test(`${name} places a movement or leaves it, uses free entries only and each once, and does not change its input`, async () => {
    const book = await bookOfEntries()
    await fc.assert(
      fc.asyncProperty(someRows, fc.uniqueArray(fc.integer({ min: 1, max: 6 })), async (rows, taken) => {
        const movements = await movementsOf(rows)
        const context = await contextOf(book, movements, new Set(taken))
        const before = JSON.stringify(movements)
        const { placed, rest } = await stage(movements, context)
        expect(JSON.stringify(movements)).toBe(before)
        expect([...context.taken]).toEqual(taken)
        expect([...placed.map(({ row }) => row.line), ...linesOf(rest)].sort((one, other) => one - other)).toEqual(
          linesOf(movements).sort((one, other) => one - other),
        )
        const entries = placed.flatMap(({ decision }) => decision.entry ?? [])
        expect(new Set(entries).size).toBe(entries.length)
        expect(entries.filter(entry => taken.includes(entry))).toEqual([])
        expect([...takenBy(placed)]).toEqual(entries)
        if (stage === placeAsNew) expect(rest).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
}

test('an entry that one stage has taken is not free for the next', async () => {
  const book = await bookOfEntries()
  const movements = await movementsOf([{ day: 4, units: -3, id: '', type: 'Bonus', name: 'Priya Nair' }])
  const free = await contextOf(book, movements, new Set())
  const [proposed] = (await proposeByAmount(movements, free)).placed
  expect(proposed?.decision).toMatchObject({ state: 'proposed', entry: 4 })
  const { placed, rest } = await proposeByAmount(movements, { ...free, taken: new Set([4]) })
  expect(placed).toEqual([])
  expect(rest[0]?.like?.entry).toBe(5)
})
