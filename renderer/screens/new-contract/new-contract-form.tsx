import { ChevronRight, CornerDownLeft } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { Pick } from '../../controls/pick.tsx'
import { decimalsIn, denominationIn } from '../../form/currency-decimals.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { useMove } from '../../form/use-move.ts'
import { ContractBar } from '../../money-bar/contract-bar.tsx'
import { go, href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { holdScreen } from '../../state/unsaved.ts'
import { words } from '../../words/say.tsx'
import { DraftBar } from './draft-bar.tsx'
import { draftOf, type NewContract } from './form.ts'
import styles from './new-contract.module.css'
import { OpeningText } from './opening-text.tsx'
import { firstDayIn } from './past.ts'
import { type Place, placeOf } from './places.ts'
import { Plan } from './plan.tsx'
import { Question } from './question.tsx'
import { Rules } from './rules.tsx'

/**
 * The form of a new contract: a sentence to fill in, the money bar, the plan and the rules, and a
 * footer that says what opening the contract does.
 */
export function NewContractForm({ start }: { start: NewContract }) {
  const { form, values, problem, shown, value, off, submit } = useNewContract(start)
  const decimals = decimalsIn(values.currency)
  const place = placeOf(shown?.field)
  const at = (where: Place) => (place === where ? shown : null)
  const aboutQuestion = at('question')
  const contract = problem === null ? value?.contract : undefined
  // For a contract with a past, the bar in the preview shows the state after it.
  const hasPast = values.underWay && firstDayIn(values.milestones) !== undefined && value?.entries !== undefined

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    void submit()
  }

  return (
    <form onSubmit={onSubmit} onKeyDown={confirmByChord} noValidate className={styles['form']}>
      <FormHead form={form} />
      <Question form={form} wrong={shown?.field} />
      {aboutQuestion === null ? null : <ProblemText problem={aboutQuestion} />}
      {hasPast && contract !== undefined ? <ContractBar contract={contract} /> : <DraftBar values={values} />}
      <div className={`${head['two']} ${styles['columns']}`}>
        <Plan
          form={form}
          money={denominationIn(values.currency)}
          problem={at('plan')}
          planned={contract?.milestones ?? []}
        />
        <Rules form={form} decimals={decimals} problem={at('rules')} />
      </div>
      <div className={styles['foot']}>
        <div className={styles['tell']} aria-live="polite">
          <OpeningText values={values} value={value} problem={problem} shown={shown} elsewhere={place !== 'foot'} />
        </div>
        <Button onClick={() => go({ screen: 'contracts' })}>{words('dialog.cancel')}</Button>
        <Button look="primary" type="submit" tail={CornerDownLeft} aria-disabled={off}>
          {words('new-contract.open')}
        </Button>
      </div>
    </form>
  )
}

/** Ctrl+Enter, or Command+Enter, opens the contract from every field. */
function confirmByChord(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/**
 * The form's state. `shown` is the problem to show; `off` is true if the form cannot be submitted.
 */
function useNewContract(start: NewContract) {
  const { form, values, problem, value, busy, submit } = useMove<NewContract>({
    defaults: start,
    build: draftOf,
    done: ({ contractId = '' }) => {
      holdScreen(null)
      go({ screen: 'contract', contractId })
    },
  })
  const { isDirty } = form.formState
  useEffect(() => {
    holdScreen(isDirty ? 'contract' : null)
    return () => holdScreen(null)
  }, [isDirty])
  const readOnly = useStore(state => state.book?.readOnly === true)
  const [isTried, setTried] = useState(false)
  // An empty field is no mistake until the person has left it or tried to open the contract.
  const touched =
    problem?.field === undefined || isTried || form.getFieldState(problem.field as 'title', form.formState).isDirty
  const shown = problem !== null && !problem.quiet && touched ? problem : null
  return {
    form,
    values,
    problem,
    shown,
    value,
    off: readOnly || busy || shown !== null,
    async submit(): Promise<void> {
      setTried(true)
      if (!readOnly) await submit()
    },
  }
}

function FormHead({ form }: { form: UseFormReturn<NewContract> }) {
  return (
    <>
      <nav className={head['crumb']} aria-label={words('nav.where')}>
        <a href={href({ screen: 'contracts' })}>{words('nav.contracts')}</a>
        <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
        <span>{words('new-contract.crumb')}</span>
      </nav>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('new-contract.title')}</h1>
        <Pick label={words('new-contract.side')} className={styles['side']} {...form.register('side')}>
          <option value="client">{words('side', { side: 'client' })}</option>
          <option value="freelancer">{words('side', { side: 'freelancer' })}</option>
        </Pick>
      </div>
    </>
  )
}
