import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { barOf } from '../../../../main/escrow/bar.ts'
import { LESSON_AMOUNTS } from '../../../../shared/words/help.ts'
import { A, B, C, end, fund, opened, release } from '../../../escrow/moves.ts'
import { type Check, type Command, given, nothing } from '../../../escrow/scenario.ts'
import { standInForPage } from '../../outside-a-page.ts'

let lesson: typeof import('../../../../renderer/screens/help/lesson.ts').LESSON

beforeAll(async () => {
  standInForPage('en-US')
  lesson = (await import('../../../../renderer/screens/help/lesson.ts')).LESSON
})
afterAll(() => void vi.unstubAllGlobals())

const { total, first, second, third, minimum } = LESSON_AMOUNTS

/** Asserts that the bar of the contract is that of a step in the lesson. */
const drawnAs =
  (step: number): Check =>
  ({ contract }) => {
    const drawn = lesson[step]?.pieces.map(({ kind, amount, id }) => ({ kind, amount, milestoneId: id }))
    expect(contract === undefined ? [] : barOf(contract).segments).toEqual(drawn)
  }

test('the bars in Getting started match the rules after the same steps', () => {
  const steps: readonly (readonly [Command, ...Command[]])[] = [
    [opened([first, second, third])],
    [fund(A, total)],
    [release(A, first)],
    [fund(B)],
    [release(B, second), fund(C), release(C, third), end],
  ]
  expect(lesson).toHaveLength(steps.length)
  const scenario = nothing()
  for (const [index, told] of steps.entries()) {
    for (const each of told) scenario.when(each)
    scenario.then(drawnAs(index))
  }
})

test('the sentence about the minimum amount has the rules’ amount', () => {
  given(opened([minimum]))
    .when(fund(A))
    .then(({ decision }) => expect(decision.ok).toBe(true))
  given(opened([first]))
    .when(fund(A, minimum - 1))
    .then(({ decision }) => expect(decision.ok ? 'accepted' : decision.refusal.code).toBe('below-minimum'))
})
