import type { Side } from '../../../shared/contract/events.ts'
import type { Parties } from './state.ts'

/**
 * A party's name as it is compared: trimmed and without case (rules.md, Words: Contract). Upper
 * then lower, so that ß and SS are one.
 */
export const partyKey = (name: string): string => name.trim().normalize('NFC').toUpperCase().toLowerCase()

/** Whether two names are the same party's. */
export function isSameParty(one: string, other: string): boolean {
  return partyKey(one) === partyKey(other)
}

/** The side of a contract that has this name; the freelancer's where it is not the client's. */
export function sideNamed(parties: Parties, name: string): Side {
  return isSameParty(parties.client, name) ? 'client' : 'freelancer'
}

/**
 * The parties after the one called `from` got another name. It is looked for on `side` first, where
 * it stood when it was renamed: without the entries that are reversed since, both may have the name
 * for a while, and renaming back must find the same one again.
 */
export function renamed(parties: Parties, from: string, to: string, side: Side): Parties {
  const sides: readonly Side[] = side === 'client' ? ['client', 'freelancer'] : ['freelancer', 'client']
  const found = sides.find(each => isSameParty(parties[each], from))
  return found === undefined ? parties : { client: parties.client, freelancer: parties.freelancer, [found]: to }
}
