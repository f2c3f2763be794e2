import type { PlanWay } from '../../../shared/api/plan.ts'
import { type Minor, minor, sum } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import { canRecord } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { openPlanned } from '../../state/planned.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './funding-options.module.css'
import { OptionCells } from './option-cells.tsx'
import { depositsOf, optionsToShow, rowsOf, type StepRow, type Totals, titlesOf, totalsOf } from './option-steps.ts'
import { askMilestone, decimalsIn, nameOf, policyOf, type Question } from './plan-state.ts'
import type { Plan } from './use-plan.ts'

interface FundingOptionsProps {
  readonly plan: Plan
  /** The question as it stands now, for the milestones' names. */
  readonly question: Question
  /** Whether the plan answers it. */
  readonly current: boolean
}

/** The way that was asked for. */
const ASKED: PlanWay['id'] = 'all-at-once'

/**
 * The ways to pay for a plan side by side: every step with its bar and its cash, what each comes
 * to, and a contract to open that way.
 */
export function FundingOptions({
  plan: { question: planned, asked, ways: all },
  question: now,
  current,
}: FundingOptionsProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const { amount } = asked
  const milestones = asked.query.milestones.map(each => each.amount as Minor)
  const slots = planned.milestones.map(slot => now.milestones.find(each => each.id === slot.id) ?? slot)
  const decimals = decimalsIn(planned.currency)
  const names = slots.map(nameOf)
  const ways = optionsToShow(all)
  const rows = rowsOf(milestones.length, ways)
  const titles = titlesOf(ways, names)
  const totals = ways.map(totalsOf)
  const best = ways.find(way => way.id === ASKED && way.possible) ?? ways.find(way => way.possible)
  const nameOfWay = (way: PlanWay): string =>
    words('planner.way', { way: selector(way.id), amount: { money: amount } }, decimals)

  function open(way: PlanWay): void {
    if (!canRecord() || !current) return
    openPlanned({
      currency: asked.query.currency,
      // What was to be paid in once may be less than the whole plan.
      budget: minor(Math.max(amount, sum(...milestones))),
      policy: policyOf(planned),
      milestones: milestones.map((each, place) => ({ title: names[place] ?? '', amount: each })),
      note: way.id === 'each' ? '' : words('planner.note-way', partsOf(way, names, decimals), decimals),
    })
  }

  return (
    <table className={styles['ways']} data-current={current} aria-label={words('planner.ways')}>
      <colgroup>
        <col className={styles['column-step']} />
        {ways.map(way => (
          <col key={way.id} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td className={styles['corner']}>{words('planner.steps')}</td>
          {ways.map(way => (
            <th key={way.id} scope="col" data-asked={way.id === ASKED}>
              <b>{nameOfWay(way)}</b>
              {words('planner.about', partsOf(way, names, decimals), decimals)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={`${row.kind} ${row.milestone}`}>
            <th scope="row">
              <RowName slot={slots[row.milestone]} row={row} amount={milestones[row.milestone]} decimals={decimals} />
            </th>
            {ways.map(way => (
              <OptionCells
                key={way.id}
                way={way}
                rows={rows}
                place={place}
                decimals={decimals}
                titles={titles}
                asked={way.id === ASKED}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {FIGURES.filter(({ of, always }) => always || totals.some(each => each !== undefined && of(each) > 0)).map(
          ({ label, of, count, strong }) => (
            <tr key={label}>
              <th scope="row">{words(label)}</th>
              {totals.map((each, place) => {
                const way = ways[place]
                return (
                  <td key={way?.id} data-asked={way?.id === ASKED} className={strong ? styles['strong'] : undefined}>
                    {each === undefined ? (
                      <span className={text['muted']}>–</span>
                    ) : count ? (
                      <Count of={of(each)} decimals={decimals} />
                    ) : (
                      <Figure amount={of(each) as Minor} decimals={decimals} />
                    )}
                  </td>
                )
              })}
            </tr>
          ),
        )}
        <tr className={styles['open']}>
          <td />
          {ways.map(way => (
            <td key={way.id} data-asked={way.id === ASKED}>
              {way.possible ? (
                <Button
                  small
                  look={way === best ? 'primary' : 'line'}
                  aria-disabled={readOnly || !current}
                  aria-label={words('planner.open-label', { way: nameOfWay(way) })}
                  onClick={() => open(way)}
                >
                  {words('planner.open')}
                </Button>
              ) : null}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

const FIGURES = [
  { label: 'planner.total', of: (totals: Totals): number => totals.cash, always: true, count: false, strong: true },
  { label: 'planner.fees', of: (totals: Totals): number => totals.fees, always: false, count: false, strong: false },
  {
    label: 'planner.deposits',
    of: (totals: Totals): number => totals.deposits,
    always: true,
    count: true,
    strong: false,
  },
  {
    label: 'planner.first-day',
    of: (totals: Totals): number => totals.firstDay,
    always: true,
    count: false,
    strong: false,
  },
  { label: 'planner.peak', of: (totals: Totals): number => totals.peak, always: true, count: false, strong: false },
  { label: 'planner.ahead', of: (totals: Totals): number => totals.ahead, always: false, count: false, strong: false },
] as const

/** A number that is no money stands on the same mark as the amounts below it. */
function Count({ of, decimals }: { of: number; decimals: number }) {
  return (
    <>
      {of}
      {decimals === 0 ? null : (
        <span className={styles['no-fraction']} aria-hidden>
          .{'0'.repeat(decimals)}
        </span>
      )}
    </>
  )
}

/** Which milestones a way pays in for. */
function partsOf(way: PlanWay, names: readonly string[], decimals: number) {
  const deposits = depositsOf(way)
  const [first] = deposits
  const parts = deposits.map(({ milestone, amount }) =>
    words('planner.part', { milestone: names[milestone] ?? '', amount: { money: amount } }, decimals),
  )
  return {
    way: selector(way.id),
    first: names[first?.milestone ?? 0] ?? '',
    amount: { money: first?.amount ?? (0 as Minor) },
    parts: parts.join('; '),
    split: deposits.length > 1 ? 'some' : 'none',
  }
}

function RowName({
  slot,
  row,
  amount,
  decimals,
}: {
  slot: Question['milestones'][number] | undefined
  row: StepRow
  amount: Minor | undefined
  decimals: number
}) {
  if (slot === undefined || row.kind === 'refund') return <>{words('planner.end')}</>
  if (row.kind === 'fund')
    return (
      <>
        {words('planner.fund')}{' '}
        <input
          className={styles['name']}
          aria-label={words('planner.name', { place: row.milestone + 1 })}
          placeholder={nameOf({ ...slot, name: '' }, row.milestone)}
          autoComplete="off"
          maxLength={200}
          value={slot.name}
          onChange={event => askMilestone(slot.id, { name: event.target.value })}
        />
      </>
    )
  return (
    <>
      {words('planner.pay')} <b>{nameOf(slot, row.milestone)}</b>{' '}
      {amount === undefined ? null : <Figure amount={amount} decimals={decimals} />}
    </>
  )
}
