import type { Side } from '../../../shared/contract/attributes.ts'
import { isSameParty } from '../../../shared/contract/party-key.ts'
import type { Parties } from './state.ts'

/**
 * The side of a contract with this name: the freelancer's unless it is the client's. In a book from
 * before blanks were no difference, both may have it: then the side that spells it so.
 */
export function sideNamed({ client, freelancer }: Parties, name: string): Side {
  if (client !== name && freelancer === name) return 'freelancer'
  return isSameParty(client, name) ? 'client' : 'freelancer'
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
