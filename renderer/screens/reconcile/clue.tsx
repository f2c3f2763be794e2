import { Check, CircleHelp } from 'lucide-react'
import type { RowEvidence } from '../../../shared/reconcile/statement.ts'
import { words } from '../../words/say.tsx'
import styles from './statement-table.module.css'

/** A piece of evidence: a tick for what proves a row, a question mark for what is missing. */
export function Clue({ evidence }: { evidence: RowEvidence | undefined }) {
  if (evidence === undefined) return null
  const { proves, text } = evidence
  const Icon = proves ? Check : CircleHelp
  return (
    <span className={styles['clue']} data-proves={proves}>
      <Icon
        size={13}
        strokeWidth={1.75}
        role="img"
        aria-label={words(proves ? 'reconcile.proof' : 'reconcile.missing')}
      />
      <span>{text}</span>
    </span>
  )
}
