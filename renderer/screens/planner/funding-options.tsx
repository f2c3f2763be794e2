import type { PlanWay } from '../../../shared/api/plan.ts'
import { type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import { canRecord } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { openPlanned } from '../../state/planned.ts'
import { useSide } from '../../state/sides.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './funding-options.module.css'
import { OptionCells } from './option-cells.tsx'
import { ASKED, depositsOf, optionsToShow, rowsOf, titlesOf } from './option-steps.ts'
import { OptionTotals } from './option-totals.tsx'
import { nameOf, policyOf, type Question } from './plan-state.ts'
import { StepName } from './step-name.tsx'
import type { Plan } from './use-plan.ts'

interface FundingOptionsProps {
  readonly plan: Plan
  /** The current question, with the latest names of milestones. */
  readonly question: Question
  /** True if the plan answers the current question. */
  readonly current: boolean
}

/**
 * The ways to fund a plan side by side: the money bar and the cash after every step, the totals,
 * and a button to open a contract with each.
 */
export function FundingOptions({ plan, question, current }: FundingOptionsProps) {
  const { asked, question: planned } = plan
  const milestones = asked.query.milestones.map(each => each.amount as Minor)
  const slots = planned.milestones.map(slot => question.milestones.find(each => each.id === slot.id) ?? slot)
  const decimals = decimalsIn(planned.currency)
  const names = slots.map(nameOf)
  const ways = optionsToShow(plan.ways)
  const rows = rowsOf(milestones.length, ways)
  const titles = titlesOf(ways, names)
  return (
    <table className={styles['ways']} data-current={current} aria-label={words('planner.ways')}>
      <OptionsHead ways={ways} names={names} amount={asked.amount} decimals={decimals} />
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.kind} ${row.milestone}`}>
            <th scope="row">
              <StepName slot={slots[row.milestone]} row={row} amount={milestones[row.milestone]} decimals={decimals} />
            </th>
            {ways.map(way => (
              <OptionCells
                key={way.id}
                way={way}
                rows={rows}
                index={index}
                decimals={decimals}
                titles={titles}
                asked={way.id === ASKED}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <OptionTotals ways={ways} decimals={decimals} />
        <OpenRow plan={plan} ways={ways} names={names} current={current} />
      </tfoot>
    </table>
  )
}

interface OptionsHeadProps {
  readonly ways: readonly PlanWay[]
  readonly names: readonly string[]
  /** The amount to pay in at once. */
  readonly amount: Minor
  readonly decimals: number
}

function OptionsHead({ ways, names, amount, decimals }: OptionsHeadProps) {
  return (
    <>
      <colgroup>
        <col className={styles['column-step']} />
        {ways.map(way => (
          <col key={way.id} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td className={styles['corner']}>{words('planner.steps', { side: useSide() })}</td>
          {ways.map(way => (
            <th key={way.id} scope="col" data-asked={way.id === ASKED}>
              <b>{nameOfWay(way, amount, decimals)}</b>
              {words('planner.about', partsOf(way, names, decimals), decimals)}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

interface OpenRowProps {
  readonly plan: Plan
  readonly ways: readonly PlanWay[]
  readonly names: readonly string[]
  readonly current: boolean
}

/** The buttons that open a contract, one for each way to fund it. */
function OpenRow({ plan: { question, asked }, ways, names, current }: OpenRowProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const side = useSide()
  const decimals = decimalsIn(question.currency)
  const best = ways.find(way => way.id === ASKED && way.possible) ?? ways.find(way => way.possible)

  function open(way: PlanWay): void {
    if (!canRecord() || !current) return
    const milestones = asked.query.milestones.map(({ amount }, index) => ({
      title: names[index] ?? '',
      amount: amount as Minor,
    }))
    openPlanned({
      side,
      currency: asked.query.currency,
      // The amount asked about may be less than the whole plan.
      budget: minor(Math.max(asked.amount, sum(...milestones.map(each => each.amount)))),
      policy: policyOf(question),
      milestones,
      note: way.id === 'each' ? '' : words('planner.note-way', partsOf(way, names, decimals), decimals),
    })
  }

  return (
    <tr className={styles['open']}>
      <td />
      {ways.map(way => (
        <td key={way.id} data-asked={way.id === ASKED}>
          {way.possible ? (
            <Button
              small
              look={way === best ? 'primary' : 'line'}
              aria-disabled={readOnly || !current}
              aria-label={words('planner.open-label', { way: nameOfWay(way, asked.amount, decimals) })}
              onClick={() => open(way)}
            >
              {words('planner.open')}
            </Button>
          ) : null}
        </td>
      ))}
    </tr>
  )
}

function nameOfWay({ id }: PlanWay, amount: Minor, decimals: number): string {
  return words('planner.way', { way: selector(id), amount: { money: amount } }, decimals)
}

/** The parameters of a sentence about which milestones get a deposit. */
function partsOf(way: PlanWay, names: readonly string[], decimals: number) {
  const deposits = depositsOf(way)
  const [first] = deposits
  const parts = deposits.map(({ milestone, amount }) =>
    words('planner.part', { milestone: names[milestone] ?? '', amount: { money: amount } }, decimals),
  )
  return {
    way: selector(way.id),
    first: names[first?.milestone ?? 0] ?? '',
    amount: { money: first?.amount ?? ZERO },
    parts: parts.join('; '),
    split: deposits.length > 1 ? 'some' : 'none',
  }
}
