import type { Book } from '../book/book.ts'
import { partyKey } from '../escrow/party.ts'
import type { ContractState } from '../escrow/state.ts'
import type { GoodRow } from './rows.ts'
import type { Slices } from './slices.ts'

/** What parts a contract's title from what stands before and after it in a description. */
const PARTS = /\s*(?:[,;|"“”]|[:–—-]\s)\s*/

/** Finds the contracts a statement's row may be of, by the names in it. */
export class ContractFinder {
  readonly #book: Book
  readonly #contracts: readonly (ContractState | undefined)[]
  readonly #now: (contractId: string) => ContractState | undefined
  readonly #byParty = new Map<string, string[]>()
  readonly #byTitle = new Map<string, string[]>()

  /** `now` gives a contract as it is thought on; undefined for an id that is none. */
  constructor(book: Book, contracts: readonly (ContractState | undefined)[], now: (contractId: string) => ContractState | undefined) {
    this.#book = book
    this.#contracts = contracts
    this.#now = now
  }

  /** Reads the names of all contracts, in slices. */
  async ready(slices: Slices): Promise<void> {
    for (const contract of this.#book.contracts()) {
      for (const name of [contract.client, contract.freelancer]) for (const key of nameKeys(name)) add(this.#byParty, key, contract.id)
      add(this.#byTitle, partyKey(contract.title), contract.id)
      if (slices.areOver) await slices.next()
    }
  }

  /** The contracts of the row's currency that fit its names best: by title, by both parties, by one. All of that currency where it names none of them and there are few. */
  candidates({ names, text, currency }: GoodRow): readonly ContractState[] {
    const scores = new Map<string, number>()
    const found = (ids: readonly string[] | undefined, score: number): void => {
      for (const id of ids ?? []) scores.set(id, (scores.get(id) ?? 0) + score)
    }
    for (const name of new Set(names.flatMap(nameKeys))) found(this.#byParty.get(name), 1)
    for (const part of new Set([...names, text, ...text.split(PARTS)].map(partyKey))) if (part !== '') found(this.#byTitle.get(part), 4)
    const fitting = [...scores].filter(([id]) => this.#now(id)?.currency === currency)
    const best = Math.max(0, ...fitting.map(([, score]) => score))
    const ids = best === 0 ? this.#all(currency) : fitting.filter(([, score]) => score === best).map(([id]) => id)
    return ids.slice(0, MOST_CANDIDATES).flatMap(id => this.#now(id) ?? [])
  }

  #all(currency: string): readonly string[] {
    const ids: string[] = []
    for (const contract of this.#contracts) {
      if (contract?.currency === currency && !contract.archived) ids.push(contract.id)
      if (ids.length > FEW) return []
    }
    return ids
  }
}

const MOST_CANDIDATES = 50
/** With more contracts than this a row that names none of them could be of any. */
const FEW = 8

/** A name in full, and as platforms shorten it: Priya Nair is Priya N. */
function nameKeys(name: string): readonly string[] {
  const key = partyKey(name)
  const words = key.split(/\s+/)
  const last = words.at(-1)
  return words.length < 2 || last === undefined ? [key] : [key, `${words.slice(0, -1).join(' ')} ${last.charAt(0)}.`]
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, [id])
  else if (ids.at(-1) !== id) ids.push(id)
}
