import { ArchiveRestore, ShieldAlert } from 'lucide-react'
import { Button } from '../controls/button.tsx'
import { askToAcceptRollback, askToRestore } from '../state/backups.ts'
import { useStore } from '../state/store.ts'
import { momentText } from '../words/moments.ts'
import { words } from '../words/say.tsx'
import styles from './banner.module.css'

/**
 * A state of the whole book, shown above every screen: read-only, or repaired after a torn line.
 */
export function Banner() {
  const health = useStore(state => state.book?.health)
  const readOnly = useStore(state => state.book?.readOnly === true)
  const today = useStore(state => state.book?.today)
  const rollback = health?.rollback
  const backup = health?.backup ?? rollback?.backup
  if (!readOnly && health?.state !== 'recovered') return null
  // The first sentence names the problem; the rest say what can be done.
  const [head = '', ...others] = (health?.message ?? words('banner.read-only')).split(/(?<=[.!?])\s+/)
  const rest = others.join(' ')
  return (
    <div className={styles['banner']} role="alert" data-bad={readOnly}>
      <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p>
          <b>{head}</b>
          {readOnly ? ` ${words('banner.read-only-means')}` : null}
        </p>
        {rest === '' ? null : <p className={styles['more']}>{rest}</p>}
      </div>
      {backup === undefined || today === undefined ? null : (
        <Button look="line" icon={ArchiveRestore} onClick={() => void askToRestore(backup)}>
          {words('banner.restore', { when: momentText(backup.at, today) })}
        </Button>
      )}
      {rollback === undefined ? null : (
        <Button look="line" onClick={() => askToAcceptRollback(rollback)}>
          {words('banner.accept-rollback')}
        </Button>
      )}
    </div>
  )
}
