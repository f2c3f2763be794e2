import type { Entry } from '../../../shared/contract/events.ts'
import { reversedBy } from '../../escrow/history.ts'
import type { FirstOf, ImportedEntries } from '../../escrow/taking-back.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Journal } from '../journal/journal.ts'
import { importsIn } from './imported-rows.ts'
import { RecordReader } from './record-reader.ts'

/** An import before it is taken back. */
export interface ImportBefore {
  /** Null if it can be taken back; else the reason why not. */
  readonly blocked: 'earlier' | 'taken-back' | null
  /** The contracts it is about, in the order of its records. */
  readonly contracts: readonly ImportInContract[]
  readonly firstOf: FirstOf
}

/** The records of an import in one contract. */
export interface ImportInContract extends ImportedEntries {
  readonly contractId: string
  /** True if it opened the contract. */
  readonly opened: boolean
  /** The annotations it gave, by the entry that has them today, and what they replaced. */
  readonly annotated: readonly GivenAnnotation[]
}

/** The reference and note that an import gave to an entry, and those before it (null if none). */
export interface GivenAnnotation {
  readonly entry: number
  readonly given: { readonly reference?: string | null; readonly note?: string | null }
  readonly before: { readonly reference: string | null; readonly note: string | null }
}

type Numbered = Entry & { readonly entry: number }

/**
 * An import as taking it back needs it: its entries that stand, those that come back, and the
 * annotations it gave, in each of its contracts. Undefined if the line is no import.
 */
export function importAt(journal: Journal, index: RecordIndex, line: number): ImportBefore | undefined {
  const known = index.imports.at(line)
  if (known === undefined) return undefined
  const firstOf = (entry: number): number => index.first(entry)
  if (!known.isKept) return { blocked: 'earlier', contracts: [], firstOf }
  if (known.takenBackBy !== undefined) return { blocked: 'taken-back', contracts: [], firstOf }
  const reader = new ImportReader(journal, index, line)
  return { blocked: null, contracts: reader.contracts(), firstOf }
}

/** Reads an import, and what has become of its entries since. */
class ImportReader {
  readonly #journal: Journal
  readonly #index: RecordIndex
  readonly #line: number
  readonly #records: RecordReader

  constructor(journal: Journal, index: RecordIndex, line: number) {
    this.#journal = journal
    this.#index = index
    this.#line = line
    this.#records = new RecordReader(journal, index)
  }

  contracts(): readonly ImportInContract[] {
    const ofLine = this.#entriesIn(this.#line)
    const ids = [...new Set(ofLine.map(({ contract }) => contract))]
    return ids.map(contractId =>
      this.#inContract(
        contractId,
        ofLine.filter(({ contract }) => contract === contractId),
      ),
    )
  }

  #inContract(contractId: string, ofLine: readonly Entry[]): ImportInContract {
    const own = ofLine.flatMap(record => (isOwn(record) ? [this.#index.today(record.entry)] : []))
    const back = ofLine.flatMap(record => this.#comingBack(reversedBy(record), ofLine, this.#line) ?? [])
    const numbers = new Set(back)
    const returns =
      numbers.size === 0
        ? []
        : this.#records.recordsOf(contractId).filter((record): record is Numbered => numbers.has(record.entry ?? 0))
    return {
      contractId,
      opened: ofLine.some(({ type }) => type === 'open-contract'),
      goes: new Set(own.filter(entry => this.#index.isStanding(entry))),
      returns,
      annotated: this.#annotated(contractId, ofLine),
    }
  }

  /**
   * The entry that comes back in place of one that the import of `line` had reversed. None if a
   * later import, which stands, took its replacement back in turn; another one if it was itself of
   * an import that was taken back.
   */
  #comingBack(reversed: number | undefined, ofLine: readonly Entry[], line: number): number | undefined {
    if (reversed === undefined) return undefined
    const replacement = replacementIn(ofLine, reversed)
    if (replacement !== undefined && this.#isReversedByImport(this.#index.today(replacement))) return undefined
    const first = this.#index.first(reversed)
    const origin = this.#index.entry(first)?.transaction ?? 0
    if (origin === line) return undefined
    if (!this.#isGone(origin)) return this.#index.today(reversed) === reversed ? reversed : undefined
    const { contract } = this.#entryOf(first, origin)
    const ofOrigin = this.#entriesIn(origin).filter(each => each.contract === contract)
    const earlier = ofOrigin.find(record => {
      const number = reversedBy(record)
      return number !== undefined && replacementIn(ofOrigin, number) === first
    })
    return earlier && this.#comingBack(reversedBy(earlier), ofOrigin, origin)
  }

  /** True if an entry is reversed by an import that stands, other than this one. */
  #isReversedByImport(entry: number): boolean {
    const reversal = this.#index.entry(entry)?.reversedBy
    const line = reversal === undefined ? undefined : this.#index.entry(reversal)?.transaction
    return line !== undefined && this.#index.imports.at(line) !== undefined && !this.#isGone(line)
  }

  #isGone(line: number): boolean {
    return line === this.#line || this.#index.imports.at(line)?.takenBackBy !== undefined
  }

  #annotated(contractId: string, ofLine: readonly Entry[]): readonly GivenAnnotation[] {
    const given = new Map<number, GivenAnnotation['given']>()
    for (const { events } of ofLine)
      for (const event of events) {
        if (event.type !== 'entry-annotated') continue
        const { type: _, entry, ...details } = event
        const first = this.#index.first(entry)
        given.set(first, { ...given.get(first), ...details })
      }
    if (given.size === 0) return []
    const before = this.#detailsBefore(contractId, given)
    return [...given].map(([first, details]) => ({
      entry: this.#index.today(first),
      given: details,
      before: before.get(first) ?? NO_DETAILS,
    }))
  }

  /** The reference and note of each wanted entry before this import, by the first of its entries. */
  #detailsBefore(contractId: string, wanted: ReadonlyMap<number, unknown>): Map<number, GivenAnnotation['before']> {
    const found = new Map<number, GivenAnnotation['before']>()
    for (const { entry, reference = null, note = null, events } of this.#records.recordsOf(contractId, this.#line)) {
      const first = entry === null ? 0 : this.#index.first(entry)
      if (wanted.has(first)) found.set(first, { reference, note })
      for (const event of events) {
        if (event.type !== 'entry-annotated') continue
        const of = this.#index.first(event.entry)
        const known = found.get(of) ?? NO_DETAILS
        const { reference: changed = known.reference, note: noted = known.note } = event
        if (wanted.has(of)) found.set(of, { reference: changed, note: noted })
      }
    }
    return found
  }

  #entriesIn(line: number): readonly Entry[] {
    const { value } = importsIn({ journal: this.#journal, index: this.#index }, [line]).next()
    return value === undefined ? [] : value.records
  }

  #entryOf(entry: number, line: number): Entry {
    const found = this.#entriesIn(line).find(each => each.entry === entry)
    if (found === undefined) throw new Error(`entry ${entry} is not in line ${line}`)
    return found
  }
}

const NO_DETAILS: GivenAnnotation['before'] = { reference: null, note: null }

/** True for an entry that an import recorded and that can be taken back. */
function isOwn(record: Entry): record is Numbered {
  return record.entry !== null && record.type !== 'open-contract' && reversedBy(record) === undefined
}

/** The entry that was recorded in a line in place of one that it reversed. */
function replacementIn(ofLine: readonly Entry[], reversed: number): number | undefined {
  const at = ofLine.findIndex(record => reversedBy(record) === reversed)
  return ofLine.slice(at + 1).find(isOwn)?.entry
}
