import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { runWalk } from './run-walk.ts'
import { Tally } from './tally.ts'

/**
 * Commands a walk; `ESCROWBOOK_SOAK` says how many commands in all, `ESCROWBOOK_SEED` repeats a
 * run.
 */
const WALK = 100
const SIGN_OF_LIFE = 100_000
const ENOUGH_TO_REACH_ALL = 20_000
/**
 * A small number of commands still takes its time where the code is instrumented, for mutation
 * testing, on a busy computer.
 */
const LEAST_TIMEOUT = 60_000
const commands = Number(process.env['ESCROWBOOK_SOAK'] ?? ENOUGH_TO_REACH_ALL)
const seed = process.env['ESCROWBOOK_SEED']

const tally = new Tally()

test('a book of several contracts stays true through whatever is said to it', {
  timeout: Math.max(LEAST_TIMEOUT, commands * 20),
}, () => {
  const drawn = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  const walks = fc.array(drawn, { minLength: WALK, maxLength: WALK })
  // A failing walk is shortened as the steps it took, not as the numbers it was drawn from: see
  // `runWalk`.
  fc.assert(
    fc.property(walks, numbers => {
      runWalk(numbers, tally)
      if (tally.commands % SIGN_OF_LIFE === 0) process.stderr.write(`${tally.commands} commands\n`)
    }),
    { numRuns: Math.ceil(commands / WALK), endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) },
  )
})

test.runIf(commands >= ENOUGH_TO_REACH_ALL)(
  'every command of the rulebook was accepted and refused, and every code was given',
  () => {
    expect(tally.missing()).toEqual([])
  },
)

afterAll(() => console.log(String(tally)))
