import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookName } from '../../main/answers/book-name.ts'

test('a book is called as its folder is', () => {
  expect(bookName(join('/home/dana', 'Studio Lumen'))).toBe('Studio Lumen')
})

test('the folders that the app makes itself are called by what they are', () => {
  expect(bookName(join('/home/dana/.config/Escrowbook', 'book'))).toBe('My book')
  expect(bookName(join('/home/dana/.config/Escrowbook', 'sample'))).toBe('Sample book')
})
