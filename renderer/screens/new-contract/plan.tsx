import { X } from 'lucide-react'
import { type ClipboardEvent, Fragment, useEffect } from 'react'
import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import type { MilestoneView } from '../../../shared/contract/contract.ts'
import { less } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import head from '../../controls/head.module.css'
import { Tick } from '../../controls/tick.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { tidyAmount, typedAmount } from '../../form/use-move.ts'
import text from '../../theme/text.module.css'
import type { Problem } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { blank, isBlank, type NewContract, plannedIn } from './form.ts'
import { PastRow } from './past-row.tsx'
import { pastedPlan } from './pasted-plan.ts'
import styles from './plan.module.css'

interface PlanProps {
  readonly form: UseFormReturn<NewContract>
  readonly decimals: number
  /** What is wrong with one of its fields. */
  readonly problem: Problem | null
  /** The contract's milestones as they would be, while nothing stands in the way. */
  readonly planned: readonly MilestoneView[]
}

/**
 * The milestones of a new contract, with what they come to. A blank row always waits below the
 * last.
 */
export function Plan({ form, decimals, problem, planned: would }: PlanProps) {
  const wrong = problem?.field
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: 'milestones' })
  const rows = form.watch('milestones')
  const budget = typedAmount(form.watch('budget'), decimals)
  const planned = plannedIn(rows, decimals)
  const last = rows.at(-1)
  const full = last === undefined || !isBlank(last)
  const underWay = form.watch('underWay')
  const count = rows.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that was added and filled at once leaves `full` as it was.
  useEffect(() => {
    if (full) append(blank(), { shouldFocus: false })
  }, [full, count, append])

  /** Rows of a spreadsheet take the place of the row they are pasted into. */
  function onPaste(event: ClipboardEvent): void {
    const pasted = pastedPlan(event.clipboardData.getData('text'), decimals, underWay)
    if (pasted === null || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const at = Number(/^milestones\.(\d+)/.exec(event.target.name)?.[1] ?? rows.length)
    replace([...rows.slice(0, at), ...pasted.milestones, ...rows.slice(at + 1).filter(row => !isBlank(row))])
    if (pasted.underWay) form.setValue('underWay', true)
  }

  return (
    <section aria-labelledby="plan-heading">
      <div className={head['section']}>
        <h2 id="plan-heading">{words('milestones.heading')}</h2>
        <span className={text['currency']}>{form.watch('currency').toUpperCase()}</span>
        <Tick className={styles['under-way']} {...form.register('underWay')}>
          {words('plan.under-way')}
        </Tick>
      </div>
      <table className={styles['plan']} onPaste={onPaste}>
        <colgroup>
          <col className={styles['column-place']} />
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
        <tbody>
          {fields.map((field, index) => {
            const row = rows[index] ?? blank()
            const empty = isBlank(row)
            const place = index + 1
            const past = underWay && !empty
            return (
              <Fragment key={field.id}>
                <tr data-past={past}>
                  <td className={text['muted']}>{place}</td>
                  <td>
                    <input
                      aria-label={words('plan.title-of', { place })}
                      placeholder={words('plan.next', { place })}
                      maxLength={200}
                      autoComplete="off"
                      aria-invalid={wrong === `milestones.${index}.title`}
                      {...form.register(`milestones.${index}.title`)}
                    />
                  </td>
                  <td>
                    <input
                      type="date"
                      aria-label={words('plan.due-of', { place })}
                      data-empty={row.due === ''}
                      aria-invalid={wrong === `milestones.${index}.due`}
                      {...form.register(`milestones.${index}.due`)}
                    />
                  </td>
                  <td className={styles['number']}>
                    <input
                      aria-label={words('plan.amount-of', { place })}
                      inputMode="decimal"
                      autoComplete="off"
                      aria-invalid={wrong === `milestones.${index}.amount`}
                      {...form.register(`milestones.${index}.amount`, {
                        onBlur: () =>
                          form.setValue(
                            `milestones.${index}.amount`,
                            tidyAmount(form.getValues(`milestones.${index}.amount`), decimals),
                          ),
                      })}
                    />
                  </td>
                  <td className={styles['sum']}>
                    {empty ? null : <Figure amount={plannedIn(rows.slice(0, place), decimals)} decimals={decimals} />}
                  </td>
                  <td>
                    {empty ? null : (
                      <Button
                        small
                        look="quiet"
                        icon={X}
                        aria-label={words('plan.remove', { title: row.title.trim() || String(place) })}
                        onClick={() => remove(index)}
                      />
                    )}
                  </td>
                </tr>
                {past ? (
                  <PastRow
                    form={form}
                    row={row}
                    index={index}
                    decimals={decimals}
                    wrong={wrong}
                    milestone={would[rows.slice(0, index).filter(each => !isBlank(each)).length]}
                  />
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
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
              <td colSpan={2}>{words('plan.left', { over: budget.amount < planned ? 'yes' : 'no' })}</td>
              <td />
              <td className={styles['sum']}>
                <Figure amount={less(budget.amount, planned)} decimals={decimals} />
              </td>
              <td />
            </tr>
          ) : null}
        </tfoot>
      </table>
      {planned > 0 ? null : <p className={styles['hint']}>{words('plan.paste')}</p>}
      {problem === null ? null : <ProblemText problem={problem} />}
    </section>
  )
}
