import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { QueryValues } from '../../../../shared/api/queries.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { standInForPage } from '../../outside-a-page.ts'

type PastModule = typeof import('../../../../renderer/screens/new-contract/past.ts')
type PasteModule = typeof import('../../../../renderer/screens/new-contract/pasted-plan.ts')
let past: PastModule
let paste: PasteModule

beforeAll(async () => {
  standInForPage('en-US')
  const { useStore } = await import('../../../../renderer/state/store.ts')
  useStore.setState({ book: openOn('2026-06-30' as IsoDate) })
  past = await import('../../../../renderer/screens/new-contract/past.ts')
  paste = await import('../../../../renderer/screens/new-contract/pasted-plan.ts')
})
afterAll(() => void vi.unstubAllGlobals())

const openOn = (today: IsoDate): QueryValues['book'] => ({
  folder: '/book',
  name: 'book',
  format: 2,
  entries: 0,
  head: '',
  lastBackup: null,
  health: { state: 'checking' },
  readOnly: false,
  closedUntil: null,
  today,
  latest: today,
  sample: false,
})

const row = (
  title: string,
  amount: string,
  funded: string,
  submitted: string,
  ...payments: readonly (readonly [amount: string, on: string])[]
) => ({
  title,
  amount,
  funded,
  submitted,
  payments: payments.map(([paid, on]) => ({ amount: paid, on })),
})

test('what happened so far is put in the order of its days, and of one day in the order of the milestones', () => {
  const rows = [
    row('A', '100', '2026-01-02', '2026-01-03', ['80', '2026-01-05']),
    row('B', '50', '2026-01-05', '', ['', '']),
  ]
  const found = past.pastOf(rows, [0, 2], { decimals: 2 })
  if ('problem' in found) throw new Error('a past was expected')
  expect(found.moves).toEqual([
    { type: 'fund-milestone', milestoneId: 'M1', on: '2026-01-02' },
    { type: 'submit-work', milestoneId: 'M1', on: '2026-01-03' },
    { type: 'release', milestoneId: 'M1', amount: 8_000, on: '2026-01-05' },
    { type: 'fund-milestone', milestoneId: 'M2', on: '2026-01-05' },
  ])
  // A refusal is shown at the field of the move, on its own row of the form.
  expect(['moves.3.on', 'moves.2.amount', 'moves.3.milestoneId', 'moves.3.amount', 'title'].map(found.fieldOf)).toEqual(
    ['milestones.2.funded', 'milestones.0.payments.0.amount', 'milestones.2.funded', 'milestones.2.amount', 'title'],
  )
})

test('a payment without an amount is all that its milestone still held', () => {
  const whole = row('A', '100', '2026-01-02', '', ['30', '2026-01-05'], ['', '2026-01-06'])
  expect(past.heldBefore(whole, 1, { decimals: 2 })).toBe(7_000)
  expect(past.pastOf([whole], [0], { decimals: 2 })).toMatchObject({
    moves: [{}, { amount: 3_000 }, { amount: 7_000 }],
  })
})

test('a payment wants its day, and whatever happened wants the day of the deposit', () => {
  expect(past.pastOf([row('A', '100', '2026-01-02', '', ['30', ''])], [4], { decimals: 2 })).toMatchObject({
    problem: { field: 'milestones.4.payments.0.on', quiet: true, text: { params: { what: 'paid', milestone: 'A' } } },
  })
  expect(past.pastOf([row('A', '100', '', '2026-01-03', ['', ''])], [4], { decimals: 2 })).toMatchObject({
    problem: { field: 'milestones.4.funded' },
  })
  expect(past.pastOf([row('A', '100', '2026-01-02', '', ['x', '2026-01-03'])], [4], { decimals: 2 })).toMatchObject({
    problem: { field: 'milestones.4.payments.0.amount', quiet: false },
  })
  expect(past.pastOf([row('A', '100', '', '', ['', ''])], [0], { decimals: 2 })).toMatchObject({ moves: [] })
})

const read = (text: string, underWay = false) => paste.pastedPlan(text, { currency: 'USD', decimals: 2 }, underWay)
const table = (...rows: readonly (readonly string[])[]): string => rows.map(cells => cells.join('\t')).join('\r\n')

test('a pasted amount of another currency stays as it was written, for its field to refuse', () => {
  expect(read(table(['Title', 'Amount'], ['A', 'USD 1,000.00'], ['B', 'CAD 500.00'], ['C', '£5']))).toMatchObject({
    milestones: [
      { title: 'A', amount: '1,000.00' },
      { title: 'B', amount: 'CAD 500.00' },
      { title: 'C', amount: '£5' },
    ],
  })
})

test('one word or line is no table, and is pasted as it is', () => {
  expect(read('Sketches')).toBeNull()
  expect(read('Sketches\n')).toBeNull()
})

test('rows of a spreadsheet without headings are read by what their cells are', () => {
  expect(
    read(table(['1', 'Sketches', '$1,100.00', '2026-10-01'], ['2', 'Drawing', '$150.5', '2026-10-20'])),
  ).toMatchObject({
    underWay: false,
    milestones: [
      { title: 'Sketches', amount: '1,100.00', due: '2026-10-01', funded: '' },
      { title: 'Drawing', amount: '150.50', due: '2026-10-20' },
    ],
  })
  expect(read(table(['Sketches', '100', '9/1/2026', '9/10/2026'], ['Drawing', '150', '9/12/2026', '']))).toMatchObject({
    underWay: true,
    milestones: [
      { title: 'Sketches', funded: '2026-09-01', payments: [{ amount: '', on: '2026-09-10' }] },
      { title: 'Drawing', funded: '2026-09-12', payments: [{ amount: '', on: '' }] },
    ],
  })
  expect(read('Sketches\nDrawing')).toMatchObject({ milestones: [{ title: 'Sketches' }, { title: 'Drawing' }] })
})

test('headings say what a column means, in whichever order they stand', () => {
  const text = table(
    ['Paid on', 'Amount paid', 'Escrow funded', 'Task', 'Price', 'Deadline'],
    ['2026-09-20', '80', '2026-09-01', 'Sketches', '100', '2026-09-15'],
    ['', '', '2026-09-21', 'Drawing', '150', '2026-10-15'],
  )
  expect(read(text)).toMatchObject({
    underWay: true,
    milestones: [
      {
        title: 'Sketches',
        amount: '100.00',
        due: '2026-09-15',
        funded: '2026-09-01',
        payments: [{ amount: '80.00', on: '2026-09-20' }],
      },
      {
        title: 'Drawing',
        amount: '150.00',
        due: '2026-10-15',
        funded: '2026-09-21',
        payments: [{ amount: '', on: '' }],
      },
    ],
  })
})

test('days and amounts that could be read in two ways are read as this person writes them, others as they say themselves', () => {
  expect(read(table(['A', '1.100,50', '25.09.2026'], ['B', '20,00', '01.10.2026']))).toMatchObject({
    milestones: [
      { amount: '1,100.50', due: '2026-09-25' },
      { amount: '20.00', due: '2026-10-01' },
    ],
  })
  expect(read(table(['A', '100', '9/1/2026'], ['B', '100', '10/2/2026']))).toMatchObject({
    milestones: [{ due: '2026-09-01' }, { due: '2026-10-02' }],
  })
})
