import { Chance } from './chance.ts'
import { checkAfter, momentOf } from './checks.ts'
import { Driver } from './driver.ts'
import { Tally } from './tally.ts'
import { FIRST_DAY, type Step, shortest, stepFrom } from './walk.ts'

function take(driver: Driver, { today, said, chance = 0 }: Step, tally: Tally): void {
  const before = momentOf(driver)
  driver.today = today
  const happened = driver.execute(said)
  tally.count(happened)
  tally.probes += checkAfter(driver, before, happened, new Chance(chance))
}

/** Repeats steps in a new book, with all checks after each. Throws at the first that fails. */
export function retrace(steps: readonly Step[]): void {
  const driver = new Driver(FIRST_DAY)
  for (const step of steps) take(driver, step, new Tally())
}

function fails(steps: readonly Step[]): unknown {
  try {
    retrace(steps)
    return undefined
  } catch (problem) {
    return problem
  }
}

/** Steps as text, one per line, to be copied into `kept-failures.test.ts`. */
const written = (steps: readonly Step[]): string => steps.map(step => `  ${JSON.stringify(step)},`).join('\n')

/**
 * Walks through a new book, one step per drawn number, with all checks after each. A failure is
 * thrown with the fewest steps that reproduce it.
 */
export function runWalk(numbers: readonly number[], tally: Tally): void {
  const driver = new Driver(FIRST_DAY)
  const steps: Step[] = []
  try {
    for (const drawn of numbers) {
      const step = stepFrom(driver, drawn)
      steps.push(step)
      take(driver, step, tally)
    }
  } catch (problem) {
    // Mutation testing only needs to know that something fails.
    const fewest =
      process.env['ESCROWBOOK_SHORTEN'] === 'no' ? steps : shortest(steps, some => fails(some) !== undefined)
    throw new Error(`${String(fails(fewest) ?? problem)}\nafter the steps\n${written(fewest)}`, { cause: problem })
  }
}
