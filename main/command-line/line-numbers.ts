import { accepted, type Outcome, refused } from '../answers/outcome.ts'

/** The most lines in one range. */
const LONGEST_RANGE = 100_000

/** The numbers in `3,7-9`; empty if undefined. Refuses `bad-input` for any other text. */
export function lineNumbers(written: string | undefined, field: string): Outcome<number[]> {
  const numbers: number[] = []
  for (const part of written?.split(',') ?? []) {
    const [, first, last = first] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from < 1 || to < from || to - from > LONGEST_RANGE) {
      return refused({ code: 'bad-input', params: { text: part }, variant: 'not-lines', field })
    }
    for (let line = from; line <= to; line++) numbers.push(line)
  }
  return accepted(numbers)
}
