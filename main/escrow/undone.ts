import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { commandAgain } from './again.ts'

/** A step of a contract's history: an entry, or (`undoes`) the undo of one. */
export interface Step {
  readonly entry: Entry
  readonly undoes?: Entry
}

/** An undone entry that was not recorded again, and the command that records it again. */
export interface Undone {
  readonly entry: number
  /** The entry that undid it. */
  readonly by: number
  readonly command: RecordedCommandInput
}

/**
 * The undone entries that are offered again after these steps of one contract, the next to record
 * first: what was undone last comes back first. An entry takes the place of the undone entry with
 * the same command, or else of the next one that does the same to the same milestone with other
 * values. An edit that takes no place changes nothing; any other entry ends all offers, for they
 * were meant for the contract as it was, and milestones may have other numbers now.
 */
export function undoneEntries(steps: readonly Step[], policy: Policy): readonly Undone[] {
  // The next to record is the last.
  let offers: Undone[] = []
  for (const { entry, undoes } of steps) {
    const command = commandAgain(undoes ?? entry, policy)
    if (undoes !== undefined) {
      if (command !== undefined && undoes.entry !== null && entry.entry !== null)
        offers.push({ entry: undoes.entry, by: entry.entry, command })
    } else if (offers.length > 0) {
      const place = command === undefined ? -1 : placeOf(command, offers)
      if (place >= 0) offers.splice(place, 1)
      else if (entry.type !== 'edit-contract') offers = []
    }
  }
  return offers.reverse()
}

/** The position of the offer that a command takes the place of; -1 for none. */
function placeOf(command: RecordedCommandInput, offers: readonly Undone[]): number {
  const same = offers.findLastIndex(offer => inWords(offer.command) === inWords(command))
  if (command.type !== 'add-milestone')
    return same >= 0 ? same : offers.findLastIndex(offer => doesTheSame(offer.command, command))
  // A milestone gets the next number, which later offers name: they come back in turn.
  return same === offers.findLastIndex(offer => offer.command.type === 'add-milestone') ? same : -1
}

/** A command's own fields, without its details and without a fee, which may follow from others. */
function inWords(command: RecordedCommandInput): string {
  const left: ReadonlySet<string> = new Set(['on', 'reference', 'note', 'fee'])
  return JSON.stringify(Object.entries(command).filter(([name]) => !left.has(name)))
}

function doesTheSame(one: RecordedCommandInput, other: RecordedCommandInput): boolean {
  return one.type === other.type && milestoneOf(one) === milestoneOf(other)
}

const milestoneOf = (command: RecordedCommandInput): string | undefined =>
  'milestoneId' in command ? command.milestoneId : undefined
