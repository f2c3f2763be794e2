import type { AnswerError } from '../../shared/api/answers.ts'
import type { BackupRow } from '../../shared/api/backups.ts'
import type { Rollback } from '../../shared/api/book.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import { bridge } from '../ask/bridge.ts'
import { momentText } from '../words/moments.ts'
import { words } from '../words/say.tsx'
import { loadBook } from './book.ts'
import { ask } from './confirmation.ts'
import { tell } from './dialogs.ts'
import { useStore } from './store.ts'

/** The maximum number of lost entries that are named before a restore. */
const NAMED = 5

/** Backs the journal up now. Returns the refusal, or null once done. */
export async function backUp(): Promise<AnswerError | null> {
  const answer = await bridge.execute({ type: 'back-up' })
  if (!answer.ok) return answer.error
  await loadBook()
  tell({ key: 'toast.backed-up', params: { entries: answer.value.entries } })
  return null
}

/**
 * Asks before restoring a backup, naming the entries that would be lost; restores once confirmed.
 */
export async function askToRestore(backup: Pick<BackupRow, 'id' | 'at' | 'entries'>): Promise<void> {
  const { book } = useStore.getState()
  if (book === null) return
  const missing = Math.max(0, book.entries - backup.entries)
  const lost = missing === 0 ? [] : await namesAfter(backup.entries, missing)
  ask({
    title: { key: 'restore.title', params: { when: momentText(backup.at, book.today) } },
    about: {
      key: lost.length === 0 && missing > 0 ? 'restore.about-damaged' : 'restore.about',
      params: { entries: backup.entries, missing },
    },
    lost,
    foot: { key: 'restore.foot' },
    stay: { key: 'restore.stay' },
    act: { key: 'restore.act' },
    perform: () => restore(backup.id),
  })
}

async function restore(id: string): Promise<AnswerError | null> {
  const answer = await bridge.execute({ type: 'restore-backup', id })
  if (!answer.ok) return answer.error
  await loadBook()
  tell({ key: 'toast.restored', params: { entries: answer.value.entries } })
  return null
}

/** Asks before the book goes on without the entries it lacks; they stay in the backups. */
export function askToAcceptRollback({ missing }: Rollback): void {
  ask({
    title: { key: 'rollback.title' },
    about: { key: 'rollback.about', params: { missing } },
    know: [words('rollback.foot')],
    stay: { key: 'rollback.stay' },
    act: { key: 'rollback.act' },
    perform: acceptRollback,
  })
}

async function acceptRollback(): Promise<AnswerError | null> {
  const answer = await bridge.execute({ type: 'accept-rollback' })
  if (!answer.ok) return answer.error
  await loadBook()
  return null
}

/**
 * Names the latest of the `missing` entries recorded after the first `entries`, newest first. Empty
 * if the book is too damaged to read them.
 */
export async function namesAfter(entries: number, missing: number): Promise<readonly string[]> {
  const answer = await bridge.query({
    type: 'ledger',
    offset: Math.max(entries, entries + missing - NAMED),
    limit: NAMED,
  })
  if (!answer.ok) return []
  const names = await Promise.all(
    answer.value.rows.toReversed().map(async row => {
      const contract = await bridge.query({ type: 'contract', contractId: row.contractId, limit: PAGE_LIMIT })
      if (!contract.ok) return null
      const label = contract.value.timeline.find(each => each.entry === row.entry)?.label
      return label === undefined
        ? null
        : words('restore.entry', { entry: row.entry, what: label, contract: contract.value.contract.title })
    }),
  )
  const known = names.filter(name => name !== null)
  return missing > known.length && known.length > 0
    ? [...known, words('restore.more', { count: missing - known.length })]
    : known
}
