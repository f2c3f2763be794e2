import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookName } from '../../main/answers/book-name.ts'

test('a book is named after its folder', () => {
  expect(bookName(join('/home/dana', 'Studio Lumen'))).toBe('Studio Lumen')
})

test('the folders that the app creates get a name in words', () => {
  expect(bookName(join('/home/dana/.config/Escrowbook', 'book'))).toBe('My book')
  expect(bookName(join('/home/dana/.config/Escrowbook', 'sample'))).toBe('Sample book')
})
