import { expect, test } from 'vitest'
import { backupsToKeep, newestFirst } from '../../../main/book/backups/backup-retention.ts'
import type { BackupRow } from '../../../shared/api/backups.ts'

const DAY_MS = 86_400_000

test('7 daily, 4 weekly and 12 monthly backups are kept, and the newest of the others', () => {
  const rows: BackupRow[] = Array.from({ length: 500 }, (_, day) => {
    const at = new Date(Date.parse('2026-01-31T10:00:00Z') - day * DAY_MS).toISOString()
    return { id: `daily ${day}`, at, reason: 'daily', entries: 1, bytes: 1 }
  })
  const asked: BackupRow[] = Array.from({ length: 20 }, (_, hour) => ({
    id: `asked ${hour}`,
    at: new Date(Date.parse('2025-12-31T23:00:00Z') - hour * 3_600_000).toISOString(),
    reason: 'asked',
    entries: 1,
    bytes: 1,
  }))
  const keep = backupsToKeep(newestFirst([...rows, ...asked], new Date('2026-01-31T12:00:00Z')))
  const days = rows.filter(({ id }) => keep.has(id)).map(({ at }) => at.slice(0, 10))
  expect(days.slice(0, 7)).toEqual([
    '2026-01-31',
    '2026-01-30',
    '2026-01-29',
    '2026-01-28',
    '2026-01-27',
    '2026-01-26',
    '2026-01-25',
  ])
  // The newest backups of earlier weeks are those of Sundays, those of months their last day's.
  expect(days).toEqual(expect.arrayContaining(['2026-01-18', '2026-01-11', '2025-12-31', '2025-02-28']))
  expect(days).not.toContain('2025-01-31')
  expect(days).toHaveLength(7 + 2 + 11)
  expect([...keep].filter(id => id.startsWith('asked'))).toHaveLength(12)
})

test('after the clock is set back by years, a new backup is still kept, and the oldest of the others removed', async () => {
  const now = new Date('2020-03-01T10:00:00Z')
  const later = Array.from({ length: 40 }, (_, month): BackupRow => {
    const at = new Date(Date.UTC(2023, month, 15)).toISOString()
    return { id: at, at, reason: 'daily', entries: 1, bytes: 1 }
  })
  const made: BackupRow = { id: 'made', at: now.toISOString(), reason: 'daily', entries: 2, bytes: 1 }
  const keep = backupsToKeep(newestFirst([...later, made], now))
  expect(keep.has('made')).toBe(true)
  expect(keep.has('2026-04-15T00:00:00.000Z')).toBe(true)
  expect(keep.has('2023-01-15T00:00:00.000Z')).toBe(false)
})
