import type { Entry } from '../../shared/contract/events.ts'
import { assertConserved } from './contract/conservation.ts'
import type { ContractState } from './contract/state.ts'
import { evolve } from './evolve.ts'

/** The number of latest entries before which the state is kept: more than a correction may undo. */
export const STATES_KEPT = 2_048

/** A standing entry, the state before it, and the standing entry before it. */
interface StandingEntry {
  readonly record: Entry
  /** Undefined if it is too long ago. */
  readonly before: ContractState | undefined
  readonly previous: StandingEntry | null
  /** The number of renames recorded before it. */
  readonly renames: number
}

/**
 * A contract's standing entries but its opening, with the state before each of the latest, so that
 * reversals that follow each other fold its records once. Never changed in place: every step
 * returns another history.
 */
export class ContractHistory {
  /** The contract after all of it: what `foldEntries` makes of the same records. */
  readonly state: ContractState
  readonly #latest: StandingEntry | null
  /** Renames are no entries: no reversal takes them back. */
  readonly #renames: readonly Entry[]

  private constructor(state: ContractState, latest: StandingEntry | null, renames: readonly Entry[]) {
    this.state = state
    this.#latest = latest
    this.#renames = renames
  }

  /**
   * The history that a contract's records make, which are in order of recording. Throws an Error if
   * there is no opening or conservation is broken.
   */
  static of(records: readonly Entry[]): ContractHistory {
    const reversed = new Set(records.flatMap(record => reversedBy(record) ?? []))
    const standing = records.filter(
      record => reversedBy(record) === undefined && !(record.entry !== null && reversed.has(record.entry)),
    )
    const [opening, ...others] = standing
    if (opening === undefined) throw new Error('no entries to fold')
    let history = new ContractHistory(evolve(undefined, opening), null, [])
    let left = others.filter(({ entry }) => entry !== null).length
    for (const record of others) {
      history = history.#with(record, evolve(history.state, record), left <= STATES_KEPT)
      if (record.entry !== null) left--
    }
    assertConserved(history.state)
    return history
  }

  /** The history with one more record, no reversal, that leaves the contract in state `after`. */
  with(record: Entry, after: ContractState): ContractHistory {
    return this.#with(record, after, true)
  }

  /**
   * The history without its latest standing entry, and that entry. Undefined if there is none, or
   * if it is too long ago: then the history must be made of the records again.
   */
  withoutLatest(): { readonly history: ContractHistory; readonly reversed: Entry } | undefined {
    const latest = this.#latest
    if (latest?.before === undefined) return undefined
    const later = this.#renames.slice(latest.renames)
    const state = later.reduce((before, rename) => evolve(before, rename), latest.before)
    return { history: new ContractHistory(state, latest.previous, this.#renames), reversed: latest.record }
  }

  /** True if `withoutLatest` finds an entry. */
  get canReverse(): boolean {
    return this.#latest?.before !== undefined
  }

  /** True if the state before each of its latest `entries` entries is kept. */
  reaches(entries: number): boolean {
    let each = this.#latest
    for (let count = 0; count < entries && each !== null; count++) {
      if (each.before === undefined) return false
      each = each.previous
    }
    return true
  }

  /** The standing entries but the opening, the latest first. */
  *standing(): Generator<{ readonly record: Entry; readonly before: ContractState | undefined }, void> {
    for (let each = this.#latest; each !== null; each = each.previous) yield each
  }

  /** The renames recorded after an entry, in order. */
  renamesAfter(entry: number): readonly Entry[] {
    for (let each = this.#latest; each !== null; each = each.previous)
      if (each.record.entry === entry) return this.#renames.slice(each.renames)
    return []
  }

  #with(record: Entry, after: ContractState, keepsState: boolean): ContractHistory {
    if (record.entry === null) {
      const isRename = record.events.some(({ type }) => type === 'party-renamed')
      return new ContractHistory(after, this.#latest, isRename ? [...this.#renames, record] : this.#renames)
    }
    const latest: StandingEntry = {
      record,
      before: keepsState ? this.state : undefined,
      previous: this.#latest,
      renames: this.#renames.length,
    }
    return new ContractHistory(after, latest, this.#renames)
  }
}

/** The entry that a record reverses; undefined if it is no reversal. */
export function reversedBy({ events }: Entry): number | undefined {
  const [event] = events
  return event?.type === 'entry-reversed' ? event.entry : undefined
}
