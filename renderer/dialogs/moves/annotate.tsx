import { useId } from 'react'
import styles from '../../form/fields.module.css'
import { useMove } from '../../form/use-move.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import type { DialogProps } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

/** Changes the reference and note of an entry. It moves no money and is not an entry itself. */
export function AnnotateDialog({ request, contract }: DialogProps) {
  const id = useId()
  const entry = request.entry ?? 0
  const row = useStore(state => state.opened?.timeline.find(each => each.entry === entry))
  const move = useMove({
    defaults: { on: '', reference: row?.reference ?? '', note: row?.note ?? '' },
    build: ({ reference, note }) => ({
      command: {
        type: 'annotate',
        contractId: contract.id,
        entry,
        reference: reference.trim() || null,
        note: note.trim() || null,
      },
    }),
  })
  const { register } = move.form
  return (
    <MoveDialog
      move={move}
      title={words('annotate.title')}
      subtitle={row?.label}
      confirm={words('annotate.save')}
      tell={null}
      foot={words('annotate.foot')}
      hasDetails={false}
    >
      <div className={styles['field']}>
        <label htmlFor={`${id}-reference`}>{words('told.reference')}</label>
        <input id={`${id}-reference`} maxLength={2_000} {...register('reference')} />
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}-note`}>{words('told.note')}</label>
        <textarea id={`${id}-note`} rows={3} maxLength={2_000} {...register('note')} />
      </div>
    </MoveDialog>
  )
}
