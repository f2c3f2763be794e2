import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { Chance } from './chance.ts'
import { offeredCommand, someCommand } from './commands.ts'
import type { Driver, Kept } from './driver.ts'
import { opening } from './opening.ts'
import { isStanding } from './retelling.ts'
import { spoiled } from './spoiled.ts'

/** The first day of every walk. */
export const FIRST_DAY = '2026-03-01' as IsoDate

/** One step of a walk: its day, its message, and the seed of the checks after it. */
export interface Step {
  readonly today: IsoDate
  readonly said: unknown
  readonly chance?: number
}

/**
 * The day of the next step: mostly the same or soon after, sometimes much later, rarely earlier.
 */
function nextDay(today: IsoDate, chance: Chance): IsoDate {
  return addDays(
    today,
    chance.weighted([
      [30, 0],
      [12, chance.between(1, 4)],
      [1, chance.between(30, 200)],
      [1, -chance.between(1, 20)],
    ]),
  )
}

/** The next step of a walk, from the state of the book and one drawn number. */
export function stepFrom(driver: Driver, drawn: number): Step {
  const chance = new Chance(drawn)
  const today = nextDay(driver.today, chance)
  return { today, said: saidIn(driver, today, chance), chance: drawn }
}

function saidIn(driver: Driver, today: IsoDate, chance: Chance): unknown {
  const kept = someContract(driver, chance)
  if (kept === undefined) return opening(today, chance)
  const scene = {
    contract: kept.state,
    today,
    closedUntil: driver.closedUntil,
    entries: driver.entries,
    correctable: kept.entries.filter(
      each => each.entry !== null && each.type !== 'open-contract' && isStanding(kept, each),
    ),
  }
  return chance.weighted<() => unknown>([
    [12, () => offeredCommand(scene, chance)],
    [11, () => someCommand(scene, chance)],
    [2, () => spoiled(someCommand(scene, chance), chance)],
  ])()
}

/** The contract of the next command: mostly one that has not ended, often the latest. */
function someContract(driver: Driver, chance: Chance): Kept | undefined {
  const all = [...driver.contracts.values()]
  const running = all.filter(({ state }) => state.status !== 'ended')
  if (running.length === 0 && !chance.oneIn(3)) return undefined
  const candidates = running.length > 0 && !chance.oneIn(10) ? running : all
  return chance.oneIn(2) ? candidates.at(-1) : candidates[chance.between(0, candidates.length - 1)]
}

/**
 * The shortest subsequence of steps that still fails: drops many steps at a time, then single ones.
 */
export function shortest(steps: readonly Step[], fails: (steps: readonly Step[]) => boolean): readonly Step[] {
  let kept = steps
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const without = kept.toSpliced(from, size)
      if (fails(without)) kept = without
      else from += size
    }
  }
  return kept
}
