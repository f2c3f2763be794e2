import type { PartyRow } from '../../shared/api/contracts.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import type { ContractState } from '../escrow/contract/state.ts'

type Counted = { -readonly [K in keyof PartyRow]: PartyRow[K] }

/** Compares text without case, and numbers in it by value. */
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Answers the query `parties`: every name once, ignoring case, in alphabetical order. */
export function partyRows(contracts: Iterable<ContractState>): readonly PartyRow[] {
  const parties = new Map<string, Counted>()
  const counted = (name: string): Counted => {
    const key = partyKey(name)
    const row = parties.get(key) ?? { name, client: 0, freelancer: 0, open: 0 }
    parties.set(key, row)
    return row
  }
  for (const { client, freelancer, status } of contracts) {
    const [payer, paid] = [counted(client), counted(freelancer)]
    payer.client += 1
    paid.freelancer += 1
    if (status === 'ended') continue
    payer.open += 1
    paid.open += 1
  }
  return [...parties.values()].sort((a, b) => collator.compare(a.name, b.name))
}
