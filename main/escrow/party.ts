import type { Parties } from './state.ts'

/** A party's name as it is compared: trimmed and without case (rules.md, Words: Contract). Upper then lower, so that ß and SS are one. */
export const partyKey = (name: string): string => name.trim().normalize('NFC').toUpperCase().toLowerCase()

/** Whether two names are the same party's. */
export function isSameParty(one: string, other: string): boolean {
  return partyKey(one) === partyKey(other)
}

/** The parties after one of them got another name, wherever the old name is one of theirs. */
export function renamed(parties: Parties, from: string, to: string): Parties {
  return {
    client: isSameParty(parties.client, from) ? to : parties.client,
    freelancer: isSameParty(parties.freelancer, from) ? to : parties.freelancer,
  }
}
