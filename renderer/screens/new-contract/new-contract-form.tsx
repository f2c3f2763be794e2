import { ChevronRight, CornerDownLeft } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { less, type Minor } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { Pick } from '../../controls/pick.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { typedAmount, useMove } from '../../form/use-move.ts'
import { ContractBar } from '../../money-bar/contract-bar.tsx'
import { MoneyBar, type Piece } from '../../money-bar/money-bar.tsx'
import { go, href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { holdScreen } from '../../state/unsaved.ts'
import text from '../../theme/text.module.css'
import { fullDateText } from '../../words/days.ts'
import { Say, words } from '../../words/say.tsx'
import { amountIn, decimalsIn, draftOf, type NewContract, plannedIn } from './form.ts'
import styles from './new-contract.module.css'
import { firstDayIn } from './past.ts'
import { placeOf } from './places.ts'
import { Plan } from './plan.tsx'
import { Question } from './question.tsx'
import { Rules } from './rules.tsx'

/**
 * The form of a new contract: the sentence with slots, the bar it will have, its plan and its
 * rules, and what opening it does.
 */
export function NewContractForm({ start }: { start: NewContract }) {
  const move = useMove<NewContract>({
    defaults: start,
    build: draftOf,
    done: value => {
      holdScreen(null)
      go({ screen: 'contract', contractId: value.contractId ?? '' })
    },
  })
  const { isDirty } = move.form.formState
  useEffect(() => {
    holdScreen(isDirty ? 'contract' : null)
    return () => holdScreen(null)
  }, [isDirty])
  const readOnly = useStore(state => state.book?.readOnly === true)
  const [tried, setTried] = useState(false)
  const { form, values, problem, value } = move
  const decimals = decimalsIn(values.currency)
  // What is merely not filled in yet is no mistake until one tries to open the contract.
  const touched =
    problem?.field === undefined || tried || form.getFieldState(problem.field as 'title', form.formState).isDirty
  const said = problem !== null && !problem.quiet && touched ? problem : null

  const place = placeOf(said?.field)
  // A contract with a past has a bar of its own; what happened is drawn as it will be.
  const since = values.underWay ? firstDayIn(values.milestones) : undefined
  const past = problem === null && since !== undefined && value?.entries !== undefined ? value.contract : undefined

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!readOnly) void move.submit()
  }

  return (
    <form onSubmit={onSubmit} noValidate className={styles['form']}>
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
      <Question form={form} decimals={decimals} wrong={said?.field} />
      {said !== null && place === 'question' ? <ProblemText problem={said} /> : null}
      {past === undefined ? <DraftBar values={values} decimals={decimals} /> : <ContractBar contract={past} />}
      <div className={`${head['two']} ${styles['columns']}`}>
        <Plan
          form={form}
          decimals={decimals}
          problem={place === 'plan' ? said : null}
          planned={problem === null ? (value?.contract?.milestones ?? []) : []}
        />
        <Rules form={form} decimals={decimals} problem={place === 'rules' ? said : null} />
      </div>
      <div className={styles['settle']}>
        <div className={styles['tell']} aria-live="polite">
          {said !== null && place === 'foot' ? (
            <ProblemText problem={said} />
          ) : said !== null ? (
            <p className={`${text['answer']} ${text['muted']}`}>{words('dialog.nothing-yet')}</p>
          ) : (
            <p className={text['answer']}>
              {problem !== null || value?.contract === undefined ? (
                <span className={text['muted']}>
                  {problem?.text ? words(problem.text.key, problem.text.params) : words('new-contract.waiting')}
                </span>
              ) : past !== undefined ? (
                <Say
                  text="new-contract.tell-under-way"
                  decimals={decimals}
                  params={{
                    title: values.title,
                    since: since === undefined ? '' : fullDateText(since),
                    entries: value.entries ?? 0,
                    released: { money: past.released },
                    escrow: { money: past.escrow },
                  }}
                />
              ) : (
                <Say
                  text="new-contract.tell"
                  decimals={decimals}
                  params={{
                    title: values.title,
                    count: value.contract.milestones.length,
                    first: value.contract.milestones[0]?.title ?? '',
                    amount: { money: value.contract.milestones[0]?.amount ?? (0 as Minor) },
                  }}
                />
              )}
              {value?.warnings.map(warning => (
                <span key={warning.code}> {warning.message}</span>
              ))}
            </p>
          )}
        </div>
        <Button onClick={() => go({ screen: 'contracts' })}>{words('dialog.cancel')}</Button>
        <Button
          look="primary"
          type="submit"
          tail={CornerDownLeft}
          aria-disabled={readOnly || move.busy || said !== null}
        >
          {words('new-contract.open')}
        </Button>
      </div>
    </form>
  )
}

function DraftBar({ values, decimals }: { values: NewContract; decimals: number }) {
  const pieces: Piece[] = values.milestones
    .map((row, index) => ({
      kind: 'to-fund' as const,
      amount: amountIn(row, decimals),
      name: row.title.trim() || undefined,
      id: String(index),
    }))
    .filter(piece => piece.amount > 0)
  const planned = plannedIn(values.milestones, decimals)
  const budget = typedAmount(values.budget, decimals)
  if ('amount' in budget && budget.amount > planned) pieces.push({ kind: 'left', amount: less(budget.amount, planned) })
  if (pieces.length === 0) return <div className={styles['no-bar']} />
  return <MoneyBar pieces={pieces} decimals={decimals} label={words('new-contract.bar')} />
}
