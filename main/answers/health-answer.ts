import type { BookHealth } from '../../shared/api/book.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import type { HealthStatus } from '../book/faults/health.ts'

/** The health of a book in words: its notes become one message, left out if there are none. */
export function healthAnswer({ notes, ...status }: HealthStatus, voice: Voice): BookHealth {
  const message = notes.map(({ code, params }) => say(`health.${code}`, params, voice)).join(' ')
  return { ...status, ...(message !== '' && { message }) }
}
