import { GripVertical } from 'lucide-react'
import { words } from '../../words/say.tsx'
import styles from './reorder-handle.module.css'
import type { Handle } from './use-reorder.ts'

interface ReorderHandleProps {
  readonly handle: Handle
  readonly milestone: string
  readonly lifted: boolean
  /** The id of the text that explains the keys. */
  readonly describedBy: string
}

/**
 * The handle for dragging a planned milestone, or moving it with the keyboard. It replaces the
 * milestone's number.
 */
export function ReorderHandle({ handle, milestone, lifted, describedBy }: ReorderHandleProps) {
  return (
    <button
      type="button"
      className={styles['handle']}
      aria-label={words('milestone.reorder', { milestone })}
      aria-describedby={describedBy}
      aria-pressed={lifted}
      {...handle}
    >
      <GripVertical size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
