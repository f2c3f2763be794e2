import type { Side } from '../../../shared/contract/attributes.ts'
import { partyKey } from '../../../shared/contract/party-key.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow } from '../read/row.ts'

/** A title of fewer words or letters is common in other texts, and proves nothing alone. */
const TITLE_WORDS = 2
const TITLE_LETTERS = 10
const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/** The party of a contract that does not keep the book. */
export const otherParty = (contract: ContractState): string =>
  contract.side === 'client' ? contract.freelancer : contract.client

const keeperOf = (contract: ContractState): string => contract[contract.side satisfies Side]

/** The things of the book that a row names. */
export interface Named {
  /** Contracts whose title no other contract has, and which is long enough to prove them. */
  readonly titled: readonly ContractState[]
  /** Contracts whose title is short, or that of others too. */
  readonly looselyTitled: readonly ContractState[]
  /** Contracts with another party that the row names, by the party's name. */
  readonly parties: ReadonlyMap<string, readonly ContractState[]>
  /** Contracts with another party of which a short name stands in the text. */
  readonly looseParties: readonly ContractState[]
  /** The name of somebody who is not in the book; undefined if the row names none. */
  readonly stranger: string | undefined
  /** True if it has no name and no text of its own. */
  readonly isSilent: boolean
}

/** The words of a text in lower case, with one blank between them and around them. */
type Phrase = string

/** A contract by one of its names. */
type Contracts = Map<Phrase, ContractState[]>

/**
 * The parties and titles of a book, to be found in a statement's rows as whole words. The name of
 * whoever keeps the book is on every row, and so names nothing.
 */
export class BookNames {
  readonly #contracts: readonly (ContractState | undefined)[]
  readonly #titles: Contracts = new Map()
  /** By the name of the party that does not keep the book, in full and as platforms shorten it. */
  readonly #parties: Contracts = new Map()
  readonly #shortened: Contracts = new Map()
  readonly #keepers = new Set<Phrase>()
  readonly #shortKeepers = new Set<Phrase>()
  /** The most words of a name that begins with this word. */
  readonly #longest = new Map<string, number>()
  /** Cached: names recur, and normalising them takes longer than everything else here. */
  readonly #phrases = new Map<string, Phrase>()
  readonly #words = new WeakMap<GoodRow, Phrase>()
  #isReady = false

  constructor(contracts: readonly (ContractState | undefined)[]) {
    this.#contracts = contracts
  }

  /** Indexes the names of all contracts, in slices; await it before any search. */
  async ready(slices: Slices): Promise<void> {
    if (this.#isReady) return
    for (const contract of this.#contracts) {
      if (contract === undefined || contract.removed) continue
      this.#add(this.#titles, this.phraseOf(contract.title), contract)
      const other = this.phraseOf(otherParty(contract))
      this.#add(this.#parties, other, contract)
      this.#add(this.#shortened, shortened(other), contract)
      const keeper = this.phraseOf(keeperOf(contract))
      this.#keepers.add(keeper)
      this.#shortKeepers.add(shortened(keeper))
      if (slices.areOver) await slices.next()
    }
    this.#isReady = true
  }

  /** A name or text in its normal form, kept for the next time. */
  phraseOf(text: string): Phrase {
    let phrase = this.#phrases.get(text)
    if (phrase === undefined) {
      phrase = phraseOf(text)
      this.#phrases.set(text, phrase)
    }
    return phrase
  }

  /** True if a row's words contain a name as whole words. */
  names(row: GoodRow, name: string): boolean {
    const phrase = this.phraseOf(name)
    return phrase !== '' && ` ${this.#wordsOf(row)} `.includes(` ${phrase} `)
  }

  /** True if a row has the name of a contract's other party in a column of names. */
  namesParty(row: GoodRow, contract: ContractState): boolean {
    return [...row.names, ...row.mentions].some(name => this.#partyNamed(name).includes(contract))
  }

  /** True if a column of names has somebody of the book, other than its keeper. */
  namesSomebody({ names }: GoodRow): boolean {
    return names.some(name => this.#partyNamed(name).length > 0)
  }

  /** Returns what a row names; `ready` must have resolved. */
  in(row: GoodRow): Named {
    const ofParties = new Set([...row.names, ...row.mentions].flatMap(name => this.#partyNamed(name)))
    const strangers = row.names.filter(name => !this.#isKnown(name))
    const stranger = ofParties.size === 0 ? strangers[0] : undefined
    const { titled, looselyTitled, inText, looseParties } = this.#inWords(row)
    // A text beside somebody else's name is theirs.
    if (row.names.every(name => this.#isKeeper(name))) for (const each of inText) ofParties.add(each)
    return {
      titled,
      looselyTitled,
      parties: this.#byParty(ofParties, row.currency),
      looseParties,
      stranger,
      isSilent: row.text === '' && row.names.every(name => this.#isKeeper(name)),
    }
  }

  /** A party of the book whose name begins like a stranger's; undefined if there is none. */
  near(stranger: string): string | undefined {
    const [first = ''] = this.phraseOf(stranger).split(' ')
    if (first.length < NEAR_LETTERS) return undefined
    for (const [phrase, [contract]] of this.#parties)
      if (contract !== undefined && phrase.split(' ')[0] === first) return otherParty(contract)
    return undefined
  }

  /** All contracts in a currency that are not archived, if there are few. */
  few(currency: string): readonly ContractState[] {
    const found: ContractState[] = []
    for (const contract of this.#contracts) {
      if (contract?.currency === currency && !contract.archived && !contract.removed) found.push(contract)
      if (found.length > FEW) return []
    }
    return found
  }

  /** The words of a row; no name goes on from one of its columns to the next. */
  #wordsOf(row: GoodRow): Phrase {
    let words = this.#words.get(row)
    if (words === undefined) {
      words = [...row.names, ...row.mentions].map(name => this.phraseOf(name)).join(' | ')
      words = `${words} | ${phraseOf(row.text)}`
      this.#words.set(row, words)
    }
    return words
  }

  #inWords(row: GoodRow) {
    const titled = new Set<ContractState>()
    const looselyTitled = new Set<ContractState>()
    const inText = new Set<ContractState>()
    const looseParties = new Set<ContractState>()
    for (const phrase of this.#phrasesIn(this.#wordsOf(row))) {
      const contracts = this.#titles.get(phrase) ?? []
      const [first] = contracts
      const proves = contracts.length === 1 && (first?.title === row.contract || isLongTitle(phrase))
      for (const contract of contracts)
        if (contract.currency === row.currency) (proves ? titled : looselyTitled).add(contract)
      const isLong = phrase.includes(' ')
      for (const contract of this.#parties.get(phrase) ?? []) (isLong ? inText : looseParties).add(contract)
      for (const contract of this.#shortened.get(phrase) ?? [])
        if (contract.currency === row.currency) looseParties.add(contract)
    }
    return { titled: [...titled], looselyTitled: [...looselyTitled], inText, looseParties: [...looseParties] }
  }

  /** The names of the book among a row's words, without those that are part of a longer one. */
  #phrasesIn(words: Phrase): readonly Phrase[] {
    const all = words.split(' ')
    const found: Phrase[] = []
    for (let from = 0; from < all.length; from++) {
      const longest = Math.min(this.#longest.get(all[from] ?? '') ?? 0, all.length - from)
      for (let count = longest; count > 0; count--) {
        const phrase = all.slice(from, from + count).join(' ')
        if (!this.#titles.has(phrase) && !this.#parties.has(phrase) && !this.#shortened.has(phrase)) continue
        found.push(phrase)
        from += count - 1
        break
      }
    }
    return found
  }

  #byParty(contracts: Iterable<ContractState>, currency: string): ReadonlyMap<Phrase, readonly ContractState[]> {
    const parties = new Map<Phrase, ContractState[]>()
    for (const contract of contracts) {
      if (contract.currency !== currency) continue
      const key = this.phraseOf(otherParty(contract))
      const same = parties.get(key)
      if (same === undefined) parties.set(key, [contract])
      else same.push(contract)
    }
    return parties
  }

  #partyNamed(name: string): readonly ContractState[] {
    const phrase = this.phraseOf(name)
    if (phrase === '') return []
    return this.#parties.get(phrase) ?? this.#shortened.get(phrase) ?? this.#parties.get(shortened(phrase)) ?? []
  }

  #isKeeper(name: string): boolean {
    const phrase = this.phraseOf(name)
    return (
      phrase === '' ||
      this.#keepers.has(phrase) ||
      this.#shortKeepers.has(phrase) ||
      this.#keepers.has(shortened(phrase))
    )
  }

  /** A column of names may also hold a contract's title. */
  #isKnown(name: string): boolean {
    return this.#isKeeper(name) || this.#partyNamed(name).length > 0 || this.#titles.has(this.phraseOf(name))
  }

  #add(map: Contracts, phrase: Phrase, contract: ContractState): void {
    if (phrase === '') return
    const same = map.get(phrase)
    if (same === undefined) map.set(phrase, [contract])
    else same.push(contract)
    const [first = '', ...others] = phrase.split(' ')
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, others.length + 1))
  }
}

/** With more contracts than this, a row that names none of them could belong to any. */
const FEW = 8
const NEAR_LETTERS = 4

const phraseOf = (text: string): Phrase => (partyKey(text).match(WORDS) ?? []).join(' ')

/** A name as platforms shorten it: Priya Nair becomes Priya N. */
function shortened(phrase: Phrase): Phrase {
  const words = phrase.split(' ')
  const last = words.at(-1)
  return words.length < 2 || last === undefined ? '' : `${words.slice(0, -1).join(' ')} ${[...last][0] ?? ''}`
}

function isLongTitle(phrase: Phrase): boolean {
  const words = phrase.split(' ')
  const letters = words.join('').replaceAll(/[^\p{L}]/gu, '')
  return words.length >= TITLE_WORDS && [...letters].length >= TITLE_LETTERS
}
