import { type ClipboardEvent, Fragment, type KeyboardEvent, useEffect } from 'react'
import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import type { MilestoneView } from '../../../shared/contract/contract.ts'
import { less } from '../../../shared/money/money.ts'
import { keysText } from '../../actions/keys.ts'
import { Figure } from '../../controls/figure.tsx'
import head from '../../controls/head.module.css'
import { Term } from '../../controls/term.tsx'
import { Tick } from '../../controls/tick.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { typedAmount } from '../../form/use-move.ts'
import text from '../../theme/text.module.css'
import type { Denomination } from '../../words/amount-fault.ts'
import type { Problem } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { blank, isBlank, type NewContract, plannedIn } from './form.ts'
import { PastRow } from './past-row.tsx'
import { pastedPlan } from './pasted-plan.ts'
import styles from './plan.module.css'
import { PlanRow } from './plan-row.tsx'

interface PlanProps {
  readonly form: UseFormReturn<NewContract>
  readonly money: Denomination
  /** The problem with one of its fields. */
  readonly problem: Problem | null
  /** The milestones in the contract's preview; empty while there is a problem. */
  readonly planned: readonly MilestoneView[]
}

/** The milestones of a new contract and their sum. There is always a blank row at the end. */
export function Plan({ form, money, problem, planned }: PlanProps) {
  const wrong = problem?.field
  const { fields, rows, remove, onPaste, onKeyDown } = usePlanRows(form, money)
  const underWay = form.watch('underWay')
  return (
    <section aria-labelledby="plan-heading">
      <div className={head['section']}>
        <h2 id="plan-heading">
          <Term term="milestone" text={words('milestones.heading')} />
        </h2>
        <span className={text['currency']}>{form.watch('currency').toUpperCase()}</span>
        <Tick className={styles['under-way']} {...form.register('underWay')}>
          {words('plan.under-way')}
        </Tick>
      </div>
      <table className={styles['plan']} onPaste={onPaste} onKeyDown={onKeyDown}>
        <PlanHead />
        <tbody>
          {fields.map((field, index) => {
            const row = rows[index] ?? blank()
            const past = underWay && !isBlank(row)
            const shared = { form, row, index, money, wrong }
            return (
              <Fragment key={field.id}>
                <PlanRow
                  {...shared}
                  past={past}
                  sum={plannedIn(rows.slice(0, index + 1), money)}
                  onRemove={() => remove(index)}
                />
                {past ? (
                  <PastRow
                    {...shared}
                    milestone={planned[rows.slice(0, index).filter(each => !isBlank(each)).length]}
                  />
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
        <PlanTotals form={form} money={money} />
      </table>
      <p className={styles['hint']}>
        {words('plan.keys', { keys: keysText('Mod+Enter') })}
        {plannedIn(rows, money) > 0 ? null : ` ${words('plan.paste')}`}
      </p>
      {problem === null ? null : <ProblemText problem={problem} />}
    </section>
  )
}

/**
 * The rows of the plan: keeps a blank one at the end and accepts rows pasted from a spreadsheet.
 */
function usePlanRows(form: UseFormReturn<NewContract>, money: Denomination) {
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: 'milestones' })
  const rows = form.watch('milestones')
  const underWay = form.watch('underWay')
  const last = rows.at(-1)
  const full = last === undefined || !isBlank(last)
  const count = rows.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is added already filled does not change `full`.
  useEffect(() => {
    if (full) append(blank(), { shouldFocus: false })
  }, [full, count, append])

  /** Replaces the row that was pasted into. */
  function onPaste(event: ClipboardEvent): void {
    const pasted = pastedPlan(event.clipboardData.getData('text'), money, underWay)
    if (pasted === null || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const at = Number(/^milestones\.(\d+)/.exec(event.target.name)?.[1] ?? rows.length)
    replace([...rows.slice(0, at), ...pasted.milestones, ...rows.slice(at + 1).filter(row => !isBlank(row))])
    if (pasted.underWay) form.setValue('underWay', true)
  }

  /** Enter goes on through the plan: to the amount of a milestone, then to the next row. */
  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, nativeEvent } = event
    if (key !== 'Enter' || ctrlKey || metaKey || nativeEvent.isComposing || !(target instanceof HTMLInputElement))
      return
    const [, index, field] = /^milestones\.(\d+)\.(\w+)/.exec(target.name) ?? []
    if (index === undefined) return
    event.preventDefault()
    const at = Number(index)
    const next = field === 'amount' ? `milestones.${at + 1}.title` : `milestones.${at}.amount`
    // At once: the form's own `setFocus` waits, and what is typed meanwhile goes into this field.
    const input = target.form?.elements.namedItem(next)
    if (input instanceof HTMLElement) input.focus()
  }

  return { fields, rows, remove, onPaste, onKeyDown }
}

function PlanHead() {
  return (
    <>
      <colgroup>
        <col className={styles['column-number']} />
        <col />
        <col className={styles['column-due']} />
        <col className={styles['column-amount']} />
        <col className={styles['column-sum']} />
        <col className={styles['column-remove']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className={text['hidden']}>{words('plan.place')}</span>
          </th>
          <th scope="col">{words('plan.title')}</th>
          <th scope="col">{words('plan.due')}</th>
          <th scope="col" className={styles['number']}>
            {words('plan.amount')}
          </th>
          <th scope="col" className={styles['sum']}>
            {words('plan.so-far')}
          </th>
          <th scope="col">
            <span className={text['hidden']}>{words('plan.remove-heading')}</span>
          </th>
        </tr>
      </thead>
    </>
  )
}

function PlanTotals({ form, money }: Pick<PlanProps, 'form' | 'money'>) {
  const { decimals } = money
  const planned = plannedIn(form.watch('milestones'), money)
  const budget = typedAmount(form.watch('budget'), money)
  return (
    <tfoot>
      <tr className={styles['total']}>
        <td />
        <th scope="row" colSpan={2}>
          {words('plan.planned')}
        </th>
        <td className={styles['number']}>
          <Figure amount={planned} decimals={decimals} />
        </td>
        <td className={styles['sum']}>
          <Figure amount={planned} decimals={decimals} />
        </td>
        <td />
      </tr>
      {'amount' in budget ? (
        <tr className={styles['rest']} data-over={budget.amount < planned}>
          <td />
          <td colSpan={2}>
            <Term term="budget" text={words('plan.left', { over: budget.amount < planned ? 'yes' : 'no' })} />
          </td>
          <td />
          <td className={styles['sum']}>
            <Figure amount={less(budget.amount, planned)} decimals={decimals} />
          </td>
          <td />
        </tr>
      ) : null}
    </tfoot>
  )
}
