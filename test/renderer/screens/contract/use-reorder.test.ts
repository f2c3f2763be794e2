import { expect, test } from 'vitest'
import { indexAt, inOrder } from '../../../../renderer/screens/contract/use-reorder.ts'

test('a lifted item is at its new index, and the others keep their order', () => {
  expect(inOrder(['a', 'b', 'c', 'd'], { from: 0, to: 2 })).toEqual(['b', 'c', 'a', 'd'])
  expect(inOrder(['a', 'b', 'c', 'd'], { from: 3, to: 1 })).toEqual(['a', 'd', 'b', 'c'])
  expect(inOrder(['a', 'b'], { from: 1, to: 1 })).toEqual(['a', 'b'])
  expect(inOrder(['a', 'b'], null)).toEqual(['a', 'b'])
})

test('a dragged item comes after the others whose middle is above the pointer', () => {
  const middles = [10, 30, 50, 70]
  expect(indexAt(0, middles, 1)).toBe(0)
  expect(indexAt(29, middles, 1)).toBe(1)
  expect(indexAt(51, middles, 1)).toBe(2)
  expect(indexAt(500, middles, 1)).toBe(3)
})
