import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import text from '../theme/text.module.css'
import { type Problem, problemWords } from '../words/problem.ts'
import styles from './problem-text.module.css'

/** A refusal in words, with ways out, next to its field. Nothing if its field says it itself. */
export function ProblemText({ problem, waysOut }: { problem: Problem; waysOut?: ReactNode }) {
  const { what, instead } = problemWords(problem)
  if (what === '') return null
  return (
    <div className={styles['problem']} role="alert">
      <p className={text['answer']}>
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <b>{what}</b> {instead}
        </span>
      </p>
      {waysOut ? <div className={styles['ways']}>{waysOut}</div> : null}
    </div>
  )
}
