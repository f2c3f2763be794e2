import { basename } from 'node:path'
import { say } from '../../shared/words/say.ts'

/**
 * What a book is called: its folder's name. The two folders that the app makes itself, `book` and
 * `sample`, say in words what they are.
 */
export function bookName(folder: string): string {
  const name = basename(folder)
  if (name === 'book') return say('book.default-name')
  return name === 'sample' ? say('book.sample-name') : name
}
