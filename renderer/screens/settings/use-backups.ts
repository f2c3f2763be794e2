import { useEffect, useState } from 'react'
import type { BackupRow } from '../../../shared/api/backups.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import { bridge } from '../../ask/bridge.ts'

/** The backups, newest first; read again when there is a newer one or the book is another. */
export function useBackups({ lastBackup, head }: QueryValues['book']): readonly BackupRow[] {
  const [backups, setBackups] = useState<readonly BackupRow[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else tells that the list has changed.
  useEffect(() => {
    let current = true
    bridge.query({ type: 'backups' }).then(answer => {
      if (current && answer.ok) setBackups(answer.value)
    })
    return () => {
      current = false
    }
  }, [lastBackup, head])
  return backups
}
