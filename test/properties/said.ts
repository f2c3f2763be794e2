import type { ContractState } from '../../main/escrow/contract/state.ts'
import type { CommandOf, CorrectedFields, RecordedCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Kept } from './driver.ts'
import { sameName } from './expected-code.ts'

/** A change of one entry, as a correction says it. */
export type Change = Pick<CommandOf<'correct'>, 'entry' | 'with' | 'remove'>

/** The changes of a correction, by the entry they name. */
export function changesOf(command: CommandOf<'correct'>): ReadonlyMap<number, Change> {
  return new Map([command, ...(command.also ?? [])].map(change => [change.entry, change]))
}

/**
 * An accepted command as a correction must record it again, by a second reading of rules.md: with
 * its own day and the amount it came to, and of a policy only the fields it changed. `before` is
 * the contract before it.
 */
export function saidNow(command: RecordedCommand, { on }: Entry, before: ContractState | undefined): RecordedCommand {
  const said = { ...command, on }
  if (before === undefined) return said
  if (said.type === 'fund-milestone') {
    const { amount = before.milestones.find(({ id }) => id === said.milestoneId)?.amount } = said
    return { ...said, ...(amount !== undefined && { amount }) }
  }
  if (said.type === 'edit-contract' && said.policy !== undefined) {
    const was: Readonly<Record<string, unknown>> = { ...before.policy }
    const changed = Object.entries(said.policy).filter(([name, value]) => value !== was[name])
    return { ...said, policy: Object.fromEntries(changed) }
  }
  if (said.type === 'end-contract') {
    // The journal does not keep that a refund was offered where nothing was in escrow.
    const { refundRemainder: _, ...others } = said
    const hasMoney = before.unallocated > 0 || before.milestones.some(({ held }) => held > 0)
    return hasMoney ? { ...others, refundRemainder: true } : others
  }
  return said
}

/** The command that a correction records in place of an entry; undefined if it is left out. */
export function changedSaid(said: RecordedCommand, change: Change | undefined): RecordedCommand | undefined {
  if (change?.remove) return undefined
  const given = Object.entries(change?.with ?? {}) as [keyof CorrectedFields, unknown][]
  const fields: Record<string, unknown> = { ...said }
  for (const [name, value] of given) {
    if (value === null) delete fields[name]
    else if (value !== undefined) fields[name] = value
  }
  return fields as unknown as RecordedCommand
}

/** The reference and note of an entry now: its own, or what later annotations made of them. */
export function detailsNow(
  { entries }: Pick<Kept, 'entries'>,
  entry: number,
): { readonly reference?: string; readonly note?: string } {
  const own = entries.find(each => each.entry === entry)
  let { reference, note }: { reference?: string | null | undefined; note?: string | null | undefined } = own ?? {}
  for (const { events } of entries)
    for (const event of events)
      if (event.type === 'entry-annotated' && event.entry === entry) {
        if (event.reference !== undefined) reference = event.reference
        if (event.note !== undefined) note = event.note
      }
  return { ...(reference != null && { reference }), ...(note != null && { note }) }
}

/** The command that a correction recorded in place of an entry, with names and details of today. */
export function saidAgain(kept: Kept, entry: number, command: CommandOf<'correct'>): RecordedCommand {
  const said = kept.said.get(entry)
  if (said === undefined) throw new Error(`nothing was said of entry ${entry}`)
  const { reference: _, note: __, ...bare } = said as RecordedCommand & { reference?: string; note?: string }
  const now = { ...withNamesOfToday(bare as RecordedCommand, kept, entry), ...detailsNow(kept, entry) }
  const changed = changedSaid(now, changesOf(command).get(entry))
  if (changed?.on === undefined) throw new Error(`entry ${entry} was left out`)
  return saidNow(changed, { on: changed.on } as Entry, kept.state)
}

function withNamesOfToday(said: RecordedCommand, { entries }: Kept, entry: number): RecordedCommand {
  if (said.type !== 'edit-contract') return said
  const since = entries.slice(entries.findIndex(each => each.entry === entry)).flatMap(({ events }) => events)
  const renames = since.filter(event => event.type === 'party-renamed')
  const today = (name: string | undefined): string | undefined =>
    renames.reduce((now, { from, to }) => (now !== undefined && sameName(now, from) ? to : now), name)
  const { client, freelancer, ...others } = said
  return {
    ...others,
    ...(client !== undefined && { client: today(client) ?? client }),
    ...(freelancer !== undefined && { freelancer: today(freelancer) ?? freelancer }),
  }
}
