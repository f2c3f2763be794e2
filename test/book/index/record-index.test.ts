import { expect, test } from 'vitest'
import { RecordIndex } from '../../../main/book/index/record-index.ts'
import type { AccountEntry } from '../../../shared/account/events.ts'
import type { BookRecord, Entry, JournalRecord } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'

const on = '2026-01-05' as IsoDate
const contract = (entry: number, type: Entry['type'], id = 'C0001'): Entry => ({
  entry,
  contract: id,
  type,
  on,
  events: [],
})
const account = (entry: number | null, type: AccountEntry['type'], of: `A${string}` = 'A0001'): AccountEntry => ({
  entry,
  of,
  type,
  on,
  events: [],
})
const closing: BookRecord = { entry: null, of: 'book', type: 'close-books', events: [] }

function indexOf(...lines: readonly (readonly JournalRecord[])[]): RecordIndex {
  const index = new RecordIndex()
  for (const [place, records] of lines.entries()) index.add(place * 100, records)
  return index
}

test('accounts and contracts share one numbering of entries, and never each other’s entries', () => {
  const index = indexOf(
    [contract(1, 'open-contract')],
    [account(2, 'open-account')],
    [account(3, 'withdraw'), contract(4, 'bonus')],
    [account(null, 'edit-account')],
    [closing],
  )
  expect(index.entries).toBe(4)
  expect(index.transactions).toBe(5)
  expect(index.entriesOf('C0001')).toEqual([1, 4])
  expect(index.entriesOf('A0001')).toEqual([2, 3])
  expect(index.entry(3)).toMatchObject({ contractId: 'A0001', transaction: 3 })
  expect(index.transactionsOf('A0001')).toEqual([2, 3, 4])
  expect(index.transactionsOf('C0001')).toEqual([1, 3])
  expect(new RecordIndex(structuredClone(index.data())).entriesOf('A0001'), 'in another thread').toEqual([2, 3])
})

test.each<[string, readonly JournalRecord[]]>([
  ['an account that was not opened', [account(2, 'withdraw')]],
  ['an account numbered like a contract', [account(2, 'withdraw', 'A0002')]],
  ['an entry number that leaves a gap', [account(3, 'open-account')]],
  ['a contract that is no id', [contract(2, 'bonus', 'X1')]],
])('%s does not follow', (_, records) => {
  const index = indexOf([contract(1, 'open-contract')])
  expect(() => index.add(100, records)).toThrow(RangeError)
})

test('a record of something that a later version knows follows', () => {
  const file = { entry: null, of: 'F0001', type: 'attach', events: [] } as unknown as JournalRecord
  expect(indexOf([contract(1, 'open-contract')], [file]).transactions).toBe(2)
})

test('an entry that corrections replaced is today the last of them', () => {
  const replacing = (entry: number, corrects: number): Entry => ({ ...contract(entry, 'bonus'), corrects })
  const index = indexOf(
    [contract(1, 'open-contract')],
    [contract(2, 'bonus')],
    [{ ...contract(3, 'reverse'), events: [{ type: 'entry-reversed', entry: 2 }] }, replacing(4, 2)],
    [{ ...contract(5, 'reverse'), events: [{ type: 'entry-reversed', entry: 4 }] }, replacing(6, 4)],
  )
  expect([1, 2, 4, 6].map(entry => index.today(entry))).toEqual([1, 6, 6, 6])
  expect(index.entry(6)).toMatchObject({ corrects: 4 })
})
