import type { PlanWay } from '../../../shared/api/plan.ts'
import { Figure } from '../../controls/figure.tsx'
import { piecesOf, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { words } from '../../words/say.tsx'
import styles from './funding-options.module.css'
import { type StepRow, stepIn } from './option-steps.ts'

interface OptionCellsProps {
  readonly way: PlanWay
  readonly rows: readonly StepRow[]
  /** The index of this row among `rows`. */
  readonly index: number
  readonly decimals: number
  readonly titles: ReadonlyMap<string, string>
  /** True for the way that the question asks about. */
  readonly asked: boolean
}

/**
 * The cell of one way in one row: the money bar after the step, and its cost. If the engine refuses
 * a step, one cell with the reason spans the remaining rows.
 */
export function OptionCells({ way, rows, index, decimals, titles, asked }: OptionCellsProps) {
  const row = rows[index]
  const taken = row === undefined ? undefined : stepIn(way, row)
  if (row === undefined) return null
  if (taken !== undefined) {
    const { step, cash } = taken
    return (
      <td data-asked={asked}>
        <div className={styles['cell']}>
          <SmallMoneyBar pieces={piecesOf(step.bar, id => titles.get(id))} decimals={decimals} height={12} />
          {row.kind === 'fund' || cash !== 0 ? (
            <span data-nothing={cash === 0}>
              <Figure amount={cash} decimals={decimals} />
            </span>
          ) : null}
        </div>
      </td>
    )
  }
  if (way.possible) return <td data-asked={asked} />
  const stopped = rows.findIndex(each => stepIn(way, each) === undefined)
  if (index !== stopped) return null
  return (
    <td data-asked={asked} rowSpan={rows.length - index} className={styles['stopped']}>
      <b>{words(index === 0 ? 'planner.not-possible' : 'planner.stops')}</b>
      {way.reason}
    </td>
  )
}
