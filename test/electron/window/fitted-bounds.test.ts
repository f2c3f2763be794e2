import { expect, test } from 'vitest'
import { fittedBounds } from '../../../main/electron/window/fitted-bounds.ts'

const AREA = { x: 100, y: 30, width: 1024, height: 700 }

test.each([
  [
    { x: 150, y: 40, width: 800, height: 600 },
    { x: 150, y: 40, width: 800, height: 600 },
  ],
  [{ x: 0, y: 0, width: 2560, height: 1440 }, AREA],
  [
    { x: 300, y: 40, width: 2560, height: 600 },
    { x: 100, y: 40, width: 1024, height: 600 },
  ],
  [
    { x: 300, y: 40, width: 800, height: 1440 },
    { x: 300, y: 30, width: 800, height: 700 },
  ],
  [
    { x: 1000, y: 40, width: 800, height: 600 },
    { x: 1000, y: 40, width: 800, height: 600 },
  ],
])('a window of %j becomes %j on the display', (bounds, fitted) => {
  expect(fittedBounds(bounds, AREA)).toEqual(fitted)
})
