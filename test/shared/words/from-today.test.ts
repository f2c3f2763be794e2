import { expect, test } from 'vitest'
import { fromToday } from '../../../shared/words/from-today.ts'

test('a relative day is in the app’s language, whatever the region of the numbers', () => {
  for (const region of ['en-US', 'de-CH', 'ar-EG'])
    expect([-1, 0, 1, 3].map(days => fromToday(days, region))).toEqual(['yesterday', 'today', 'tomorrow', 'in 3 days'])
})
