import { useEffect } from 'react'
import type { PlanWay } from '../../../shared/api/plan.ts'
import { PRESETS } from '../../../shared/contract/presets.ts'
import { ZERO } from '../../../shared/money/money.ts'
import head from '../../controls/head.module.css'
import { Pick } from '../../controls/pick.tsx'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { usePresets } from '../../state/presets.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { WORDS_LOCALE } from '../../words/locale.ts'
import { refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { FundingOptions } from './funding-options.tsx'
import { ASKED, leftOf } from './option-steps.ts'
import { ask, policyOf, type Question, startQuestion, typedQuestion, useQuestion } from './plan-state.ts'
import styles from './planner.module.css'
import { QuestionForm } from './question-form.tsx'
import { usePlan } from './use-plan.ts'

/** The planner: a question as a sentence to fill in, and the ways to fund a plan that answer it. */
export function PlannerScreen() {
  const ready = useStore(state => state.preferences !== null)
  const question = useQuestion()
  const presets = usePresets()
  useEffect(() => {
    if (ready) startQuestion()
  }, [ready])
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.planner')}</h1>
        {question === null ? null : (
          <Pick
            label={words('planner.rules')}
            value={question.preset}
            onChange={event => ask({ preset: event.target.value })}
          >
            {presets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Pick>
        )}
      </div>
      {question === null ? null : <Planner question={question} />}
    </>
  )
}

function Planner({ question }: { question: Question }) {
  const typed = typedQuestion(question)
  const { plan, error } = usePlan(question, typed)
  const problem = 'problem' in typed ? typed.problem : error === null ? null : refused(error)
  const possible = plan?.ways.some(way => way.possible) === true
  const many = policyOf(question).funding === 'many'
  const others = PRESETS.filter(preset => preset.policy.funding === 'many').map(preset => preset.name)
  return (
    <>
      <QuestionForm question={question} wrong={problem?.quiet === false ? problem.field : undefined} />
      <div className={styles['answer']} aria-live="polite">
        {problem !== null ? (
          problem.quiet ? (
            <p className={`${text['answer']} ${text['muted']}`}>{words('planner.waiting')}</p>
          ) : (
            <ProblemText problem={problem} />
          )
        ) : plan === null ? (
          <p className={text['answer']}>&nbsp;</p>
        ) : (
          <p className={text['answer']}>
            <Say text="planner.answer" params={answerOf(plan.ways)} decimals={decimalsIn(plan.question.currency)} />
          </p>
        )}
      </div>
      {plan === null || !possible ? null : (
        <>
          <FundingOptions plan={plan} question={question} current={problem === null} />
          <p className={styles['note']}>
            {words('planner.note', {
              funding: many ? 'many' : 'one',
              preset: question.preset,
              others: new Intl.ListFormat(WORDS_LOCALE, { type: 'disjunction' }).format(others),
            })}
          </p>
        </>
      )}
    </>
  )
}

/** The parameters of the sentence that answers the question. */
function answerOf(ways: readonly PlanWay[]) {
  const asked = ways.find(way => way.id === ASKED)
  const each = ways.find(way => way.id === 'each')
  const left = { money: asked === undefined ? ZERO : leftOf(asked) }
  const answer =
    each?.possible === true && each.deposits === 1
      ? 'single'
      : asked === undefined || !asked.possible
        ? 'no'
        : left.money > 0
          ? 'over'
          : asked.deposits > 1
            ? 'short'
            : 'yes'
  return { answer, reason: asked?.reason ?? '', left, deposits: asked?.deposits ?? 0 }
}
