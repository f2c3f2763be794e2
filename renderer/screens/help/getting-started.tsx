import { GETTING_STARTED } from '../../../shared/words/help.ts'
import { SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { words } from '../../words/say.tsx'
import styles from './getting-started.module.css'
import help from './help.module.css'
import { LESSON, type LessonStep } from './lesson.ts'

const DECIMALS = 2

/** *Getting started*: the steps of a first contract, each with its money bar. */
export function GettingStarted({ steps, isPart }: { steps: readonly LessonStep[]; isPart: boolean }) {
  const { intro, params } = GETTING_STARTED
  return (
    <>
      {isPart ? null : <p className={help['lead']}>{words(intro, params, DECIMALS)}</p>}
      <ol className={styles['lesson']}>
        {steps.map(step => (
          <li key={step.title} value={LESSON.indexOf(step) + 1}>
            <span className={styles['number']} aria-hidden>
              {LESSON.indexOf(step) + 1}
            </span>
            <div>
              <h3>{words(step.title, params, DECIMALS)}</h3>
              <p>{words(step.how, params, DECIMALS)}</p>
              <div className={styles['bar']}>
                <SmallMoneyBar pieces={step.pieces} decimals={DECIMALS} height={12} />
              </div>
              <p className={styles['result']}>{words(step.result, params, DECIMALS)}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
