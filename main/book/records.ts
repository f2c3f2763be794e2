import type { RecordedCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'

/**
 * The record of a command with its keys in the order of the format, since its bytes are hashed, and
 * without empty ones. The reference and note of an annotation are in its event.
 */
export function entryOf(
  command: RecordedCommand,
  { entry, contract, on, corrects, events }: Pick<Entry, 'entry' | 'contract' | 'on' | 'corrects' | 'events'>,
): Entry {
  const { type } = command
  const { reference, note } = command.type === 'annotate' ? NO_DETAILS : command
  // Fast path: most entries have none of these.
  if (reference === undefined && note === undefined && corrects === undefined)
    return { entry, contract, type, on, events }
  return {
    entry,
    contract,
    type,
    on,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    ...(corrects !== undefined && { corrects }),
    events,
  }
}

const NO_DETAILS: { readonly reference?: string; readonly note?: string } = {}
