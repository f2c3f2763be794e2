import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { runWalk } from './run-walk.ts'
import { Tally } from './tally.ts'

/** Commands in one walk. */
const WALK = 100
const SIGN_OF_LIFE = 100_000
const ENOUGH_TO_REACH_ALL = 20_000
/** The time limit of `npm test` once everything was reached; `npm run soak:rules` has none. */
const BUDGET_MS = 10_000
/** Generous: code instrumented for mutation testing is slow on a busy computer. */
const LEAST_TIMEOUT = 60_000
const soak = process.env['ESCROWBOOK_SOAK']
const given = process.env['ESCROWBOOK_SEED']
/** The most commands of a run, or `ESCROWBOOK_SOAK`. */
const commands = Number(soak ?? ENOUGH_TO_REACH_ALL)
/** Repeats a run, all of it, if given by `ESCROWBOOK_SEED`. */
const seed = Number(given ?? Date.now() % 2 ** 31)
const budgetMs = soak === undefined && given === undefined ? BUDGET_MS : Number.POSITIVE_INFINITY

const tally = new Tally()

test('a book of several contracts stays consistent whatever commands it is given', {
  timeout: Math.max(LEAST_TIMEOUT, commands * 20),
}, () => {
  const drawn = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  const walks = fc.array(drawn, { minLength: WALK, maxLength: WALK })
  // `runWalk` shortens a failing walk by its steps, not by the numbers it was drawn from.
  const ends = performance.now() + budgetMs
  fc.assert(
    fc.property(walks, numbers => {
      if (performance.now() > ends && tally.missing().length === 0) return
      runWalk(numbers, tally)
      if (tally.commands % SIGN_OF_LIFE === 0) process.stderr.write(`${tally.commands} commands\n`)
    }),
    { numRuns: Math.ceil(commands / WALK), endOnFailure: true, seed },
  )
})

test.runIf(commands >= ENOUGH_TO_REACH_ALL)(
  'every command of the rulebook was accepted and refused, and every code was given',
  () => {
    expect(tally.missing()).toEqual([])
  },
)

afterAll(() => console.log(`Seed ${seed}: ${tally}`))
