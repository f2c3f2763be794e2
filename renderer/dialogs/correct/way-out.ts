import type { Answer, AnswerError, CommandValue } from '../../../shared/api/answers.ts'
import type { CorrectInput } from './corrected-values.ts'

/** The most entries that a way out removes. */
const MOST_REMOVED = 6

/**
 * The other entries that have to be removed too for a refused correction to be possible: each time
 * the one that the refusal names. Null if that does not help.
 */
export async function removalsThatHelp(
  preview: (command: CorrectInput) => Promise<Answer<CommandValue>>,
  command: CorrectInput,
  refused: AnswerError,
): Promise<readonly number[] | null> {
  const removed: number[] = []
  let error = refused
  while (removed.length < MOST_REMOVED) {
    const { entry, code } = error
    const isNamed = [command, ...(command.also ?? [])].some(each => each.entry === entry)
    if (entry === undefined || code === 'period-closed' || isNamed || removed.includes(entry)) return null
    removed.push(entry)
    const answer = await preview(withRemoved(command, removed))
    if (answer.ok) return removed
    error = answer.error
  }
  return null
}

/** The correction, with other entries removed in the same step. */
export function withRemoved(command: CorrectInput, removed: readonly number[]): CorrectInput {
  if (removed.length === 0) return command
  return { ...command, also: [...(command.also ?? []), ...removed.map(entry => ({ entry, remove: true as const }))] }
}
