import type { JournalCommand } from '../journal/journal-command.ts'

/**
 * The one contract that commands are decided on (undefined if they only open some), or `all` if
 * they may concern any.
 */
export function contractConcerned(
  commands: readonly JournalCommand[],
): { readonly contractId: string | undefined } | 'all' {
  const ids = new Set<string>()
  for (const command of commands) {
    if ('contractId' in command) ids.add(command.contractId)
    else if (command.type !== 'open-contract') return 'all'
  }
  const [contractId, another] = ids
  return another === undefined ? { contractId } : 'all'
}
