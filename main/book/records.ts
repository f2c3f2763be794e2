import type { AccountCommand } from '../../shared/account/commands.ts'
import type { AccountEntry } from '../../shared/account/events.ts'
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

/** The record of a command about an account; as `entryOf`. */
export function accountEntryOf(
  { type, reference, note }: AccountCommand,
  { entry, of, on, events }: Pick<AccountEntry, 'entry' | 'of' | 'on' | 'events'>,
): AccountEntry {
  return {
    entry,
    of,
    type,
    on,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    events,
  }
}

const NO_DETAILS: { readonly reference?: string; readonly note?: string } = {}
