import { Redo2, RotateCw, Undo2 } from 'lucide-react'
import type { TimelineRow } from '../../../shared/api/ledger.ts'
import { Button } from '../../controls/button.tsx'
import { doAgain, doAllAgain } from '../../state/again.ts'
import { undo } from '../../state/record.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './timeline.module.css'

/**
 * The place of an undo among the entries to record again: the next with others after it, or alone.
 * Null for one that is not the next, and for every other entry.
 */
export type ComesBack = 'first' | 'alone' | null

interface UndoButtonsProps {
  readonly row: TimelineRow
  readonly comesBack: ComesBack
  readonly contractId: string
}

/** The buttons of a row that undo its entry, or record what it undid again. */
export function UndoButtons({ row, contractId, comesBack }: UndoButtonsProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const again = comesBack === null ? undefined : row.again
  return (
    <>
      {row.undoable ? (
        <Button
          small
          icon={Undo2}
          className={styles['undo']}
          aria-disabled={readOnly}
          onClick={() => void undo(contractId)}
        >
          {words('action.undo')}
        </Button>
      ) : null}
      {again === undefined ? null : (
        <div className={styles['again']}>
          <Button small icon={Redo2} className={styles['undo']} aria-disabled={readOnly} onClick={() => doAgain(again)}>
            {words('toast.again')}
          </Button>
          {comesBack === 'alone' ? null : (
            <Button
              small
              icon={RotateCw}
              className={styles['undo']}
              aria-disabled={readOnly}
              onClick={() => doAllAgain(contractId)}
            >
              {words('timeline.all-again')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
