import { type Entry, isOfBook, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'

/** The line of an import: `isKept` if it says so itself; and the line that took it back, if any. */
export interface ImportLine {
  readonly isKept: boolean
  readonly takenBackBy?: number
}

/**
 * The lines of the journal that are imports of statements: those that say so in a record of the
 * book, and those of earlier versions, which look like nothing else.
 */
export class ImportLines {
  readonly #lines: Map<number, ImportLine>

  /** Empty, or from `data` of another thread. */
  constructor(data?: ReadonlyMap<number, ImportLine>) {
    this.#lines = new Map(data)
  }

  /** Adds the line of a transaction, if it is an import or takes one back. */
  add(transaction: number, records: readonly JournalRecord[]): void {
    const [first] = records
    if (first === undefined) return
    if (!isOfBook(first)) {
      if (looksLikeImport(records)) this.#lines.set(transaction, { isKept: false })
      return
    }
    for (const event of first.events) {
      if (event.type === 'statement-applied') this.#lines.set(transaction, { isKept: true })
      if (event.type === 'import-taken-back') this.#takeBack(event.import, transaction)
    }
  }

  /** An import by the number of its line; undefined if the line is none. */
  at(line: number): ImportLine | undefined {
    return this.#lines.get(line)
  }

  /** The numbers of the lines, in order. */
  get lines(): readonly number[] {
    return [...this.#lines.keys()]
  }

  /** The lines, for another thread. */
  data(): ReadonlyMap<number, ImportLine> {
    return this.#lines
  }

  #takeBack(line: number, takenBackBy: number): void {
    const known = this.#lines.get(line)
    if (known?.isKept) this.#lines.set(line, { ...known, takenBackBy })
  }
}

/**
 * Nothing else that a person does makes several records, of which one has a reference and none
 * opens, corrects or renames.
 */
function looksLikeImport(records: readonly JournalRecord[]): boolean {
  return records.length > 1 && records.every(isOfRow) && records.some(hasReference)
}

function isOfRow(record: JournalRecord): record is Entry {
  return (
    isOfContract(record) &&
    record.corrects === undefined &&
    record.type !== 'open-contract' &&
    record.type !== 'rename-party'
  )
}

function hasReference(record: JournalRecord): boolean {
  return isOfContract(record) && referenceOf(record) !== undefined
}

/** The reference that a record gives to an entry, its own or the one it annotates. */
export function referenceOf({ reference, events: [event] }: Entry): string | undefined {
  return event?.type === 'entry-annotated' ? (event.reference ?? undefined) : reference
}
