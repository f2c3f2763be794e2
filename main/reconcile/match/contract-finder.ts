import { partyKey } from '../../escrow/contract/party.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow } from '../read/row.ts'

/** Separates a contract's title from the text around it in a description. */
const PARTS = /\s*(?:[,;|"“”]|[:–—-]\s)\s*/
const MOST_CANDIDATES = 50
/** With more contracts than this, a row that names none of them could belong to any. */
const FEW = 8

/** A contract's names, normalised for comparison. */
interface Names {
  readonly contract: ContractState
  readonly parties: readonly string[]
  readonly title: string
}

/** Finds the contracts that a statement's row may belong to, by the names in it. */
export class ContractFinder {
  readonly #contracts: readonly (ContractState | undefined)[]
  readonly #byParty = new Map<string, Names[]>()
  readonly #byTitle = new Map<string, Names[]>()
  /** Cached: names recur, and normalising them takes longer than everything else here. */
  readonly #known = new Map<string, readonly string[]>()
  #isReady = false

  constructor(contracts: readonly (ContractState | undefined)[]) {
    this.#contracts = contracts
  }

  /** Indexes the names of all contracts, in slices; await it before any search. */
  async ready(slices: Slices): Promise<void> {
    if (this.#isReady) return
    for (const contract of this.#contracts) {
      if (contract === undefined) continue
      const [title = ''] = this.keysOf(contract.title)
      const names: Names = {
        contract,
        parties: [...this.keysOf(contract.client), ...this.keysOf(contract.freelancer)],
        title,
      }
      for (const key of names.parties) add(this.#byParty, key, names)
      add(this.#byTitle, names.title, names)
      if (slices.areOver) await slices.next()
    }
    this.#isReady = true
  }

  /** Returns the keys of a name: in full, then as platforms shorten it. */
  keysOf(name: string): readonly string[] {
    let keys = this.#known.get(name)
    if (keys === undefined) {
      keys = nameKeys(name)
      this.#known.set(name, keys)
    }
    return keys
  }

  /** Tells whether a name's key belongs to a party of the book. */
  isParty(key: string): boolean {
    return this.#byParty.has(key)
  }

  /**
   * Returns the contracts in the row's currency that best fit its names: by title and both parties,
   * or by one of them. If the row names none, returns all contracts in that currency, provided
   * there are few.
   */
  candidates({ names, text, currency }: GoodRow): readonly ContractState[] {
    const keys = new Set(names.flatMap(name => this.keysOf(name)))
    const parts = new Set([...names, text, ...text.split(PARTS)].map(part => this.keysOf(part)[0] ?? ''))
    const titled = [...parts].flatMap(part => this.#byTitle.get(part) ?? [])
    const found = titled.length > 0 ? titled : this.#ofParties(keys)
    let best = 0
    let fitting: ContractState[] = []
    for (const { contract, parties } of new Set(found)) {
      if (contract.currency !== currency) continue
      const score = 1 + parties.reduce((count, key) => (keys.has(key) ? count + 1 : count), 0)
      if (score > best) fitting = []
      best = Math.max(best, score)
      if (score === best) fitting.push(contract)
    }
    return best === 0 ? this.#all(currency) : fitting.slice(0, MOST_CANDIDATES)
  }

  /**
   * The contracts of the named party that has the fewest; the row's other names are then looked up
   * among these.
   */
  #ofParties(keys: ReadonlySet<string>): readonly Names[] {
    const lists = [...keys].flatMap(key => {
      const names = this.#byParty.get(key)
      return names === undefined ? [] : [names]
    })
    return lists.sort((one, other) => one.length - other.length)[0] ?? []
  }

  #all(currency: string): readonly ContractState[] {
    const found: ContractState[] = []
    for (const contract of this.#contracts) {
      if (contract?.currency === currency && !contract.archived) found.push(contract)
      if (found.length > FEW) return []
    }
    return found
  }
}

/** A name in full, and as platforms shorten it: Priya Nair becomes Priya N. */
function nameKeys(name: string): readonly string[] {
  const key = partyKey(name)
  const words = key.split(/\s+/)
  const last = words.at(-1)
  return words.length < 2 || last === undefined ? [key] : [key, `${words.slice(0, -1).join(' ')} ${last.charAt(0)}.`]
}

function add(map: Map<string, Names[]>, key: string, names: Names): void {
  const same = map.get(key)
  if (same === undefined) map.set(key, [names])
  else if (same.at(-1) !== names) same.push(names)
}
