import { basename } from 'node:path'
import { say } from '../../shared/words/say.ts'

/**
 * The name of a book: its folder's name, except that the two folders created by the app, `book` and
 * `sample`, have names in words.
 */
export function bookName(folder: string): string {
  const name = basename(folder)
  if (name === 'book') return say('book.default-name')
  return name === 'sample' ? say('book.sample-name') : name
}
