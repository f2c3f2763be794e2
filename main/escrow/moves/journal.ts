import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { renamed, sideNamed } from '../contract/party.ts'
import type { ContractState } from '../contract/state.ts'
import { mustNotBeClosed } from '../rules/period.ts'
import { allowedWhen, refuse, refused, type Verdict } from '../rules/verdict.ts'
import { areOne, mustDiffer, mustKeepPlace } from './contract.ts'

/**
 * Reverses the latest entry. Refuses `nothing-to-reverse`; as `same-party` a reversal that would
 * leave both parties with the same name because of a rename in between, unless they have one name
 * already, as in a book from before blanks were no difference; and as `period-closed` an entry
 * dated in a closed period, or an edit of the side or account if money moved in one.
 */
export function reverse(contract: ContractState, closedUntil: IsoDate | null): Verdict {
  const { lastEntry, lastEntryOn, partiesBefore, sideBefore, accountBefore } = contract
  if (lastEntry === null) return refused(refuse('nothing-to-reverse'))
  return allowedWhen(
    {
      parties: () => (areOne(contract) ? undefined : mustDiffer(partiesBefore)),
      period: () =>
        mustNotBeClosed(lastEntryOn, closedUntil, { variant: 'reverse' }) ??
        mustKeepPlace(contract, { side: sideBefore, account: accountBefore }, closedUntil),
    },
    () => ({
      events: () => [{ type: 'entry-reversed', entry: lastEntry }],
      value: { reversed: lastEntry },
    }),
  )
}

/**
 * Changes the reference or note of an entry. Refuses another contract's entry (`unknown-entry`).
 */
export function annotate(command: CommandOf<'annotate'>, entryExists: (entry: number) => boolean): Verdict {
  const { entry, reference, note } = command
  if (!entryExists(entry)) return refused(refuse('unknown-entry', { entry }, { field: 'entry' }))
  return allowedWhen({}, () => ({
    events: () => [
      {
        type: 'entry-annotated',
        entry,
        ...(reference === undefined ? {} : { reference }),
        ...(note === undefined ? {} : { note }),
      },
    ],
  }))
}

/** Renames a party of this contract. Refuses the other party's name (`same-party`). */
export function renameParty(contract: ContractState, { from, to }: CommandOf<'rename-party'>): Verdict {
  const side = sideNamed(contract, from)
  const merged = refuse('same-party', { name: to.trim(), contract: contract.title }, { variant: 'rename', field: 'to' })
  return allowedWhen({ parties: () => (areOne(renamed(contract, from, to, side)) ? merged : undefined) }, () => ({
    events: () => [{ type: 'party-renamed', from, to, side }],
  }))
}
