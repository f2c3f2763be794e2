import { GETTING_STARTED, type HelpStep, LESSON_AMOUNTS } from '../../../shared/words/help.ts'
import type { Piece } from '../../money-bar/money-bar.tsx'

/** A step of *Getting started* with the contract's money bar after it. */
export interface LessonStep extends HelpStep {
  readonly pieces: readonly Piece[]
}

const { total, first, second, third, remainder } = LESSON_AMOUNTS

const BARS: readonly (readonly Piece[])[] = [
  [
    { kind: 'to-fund', amount: first, id: 'M1' },
    { kind: 'to-fund', amount: second, id: 'M2' },
    { kind: 'to-fund', amount: third, id: 'M3' },
  ],
  [{ kind: 'held', amount: total, id: 'M1' }],
  [
    { kind: 'paid', amount: first },
    { kind: 'held', amount: remainder, id: 'M1' },
  ],
  [
    { kind: 'paid', amount: first },
    { kind: 'held', amount: second, id: 'M2' },
    { kind: 'unallocated', amount: third },
  ],
  [{ kind: 'paid', amount: total }],
]

/** The steps of *Getting started*. */
export const LESSON: readonly LessonStep[] = GETTING_STARTED.steps.map((step, index) => ({
  ...step,
  pieces: BARS[index] ?? [],
}))
