import type { CommandValue } from '../../shared/api/answers.ts'
import type { Recordable } from './recordable.ts'
import { type QueryResult, useQuery } from './use-query.ts'

/**
 * Previews a command with the engine whenever the command or the book changes; null asks nothing.
 */
export function usePreview(command: Recordable | null): QueryResult<CommandValue> {
  return useQuery(command === null ? null : { type: 'preview', command })
}
