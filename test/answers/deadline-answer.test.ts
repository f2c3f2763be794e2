import { expect, test } from 'vitest'
import { deadlineAnswer } from '../../main/answers/deadline-answer.ts'
import { deadlinesOf } from '../../main/escrow/deadlines.ts'
import { A, fund, opened, submit } from '../escrow/moves.ts'
import { day, given } from '../escrow/scenario.ts'

const LATER = day('2027-01-31')

test.each([
  ['en-US', '1,234.50 USD for A was due to go to Muhammad automatically'],
  ['de-DE', '1.234,50 USD for A was due to go to Muhammad automatically'],
])('a deadline’s label has numbers in the reader’s locale, %s', (locale, label) => {
  given(opened([123_450]), fund(A))
    .when(submit(A))
    .then(({ contract }) => {
      if (contract === undefined) throw new Error('no contract')
      const [deadline] = deadlinesOf(contract, LATER)
      expect(deadline && deadlineAnswer(deadline, contract, locale)).toMatchObject({ label, milestone: 'A' })
    })
})
