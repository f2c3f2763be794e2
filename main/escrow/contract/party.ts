import type { Side } from '../../../shared/contract/attributes.ts'
import type { Parties } from './state.ts'

/**
 * A party's name for comparison: trimmed and without case (rules.md, Words: Contract). Upper case,
 * then lower case, so that ß equals SS.
 */
export const partyKey = (name: string): string => name.trim().normalize('NFC').toUpperCase().toLowerCase()

/** True if two names are of the same party. */
export function isSameParty(one: string, other: string): boolean {
  return partyKey(one) === partyKey(other)
}

/** The side of a contract with this name: the freelancer's unless it is the client's. */
export function sideNamed(parties: Parties, name: string): Side {
  return isSameParty(parties.client, name) ? 'client' : 'freelancer'
}

/**
 * The parties after `from` was renamed to `to`. Looks on `side` first, where the name stood when it
 * was renamed: without entries reversed since, both may have the name for a while, and renaming
 * back must find the same party.
 */
export function renamed(parties: Parties, from: string, to: string, side: Side): Parties {
  const sides: readonly Side[] = side === 'client' ? ['client', 'freelancer'] : ['freelancer', 'client']
  const found = sides.find(each => isSameParty(parties[each], from))
  return found === undefined ? parties : { client: parties.client, freelancer: parties.freelancer, [found]: to }
}
