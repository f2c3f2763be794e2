import { type Entry, isOfBook, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'

/**
 * The lines of the journal that are imports of statements: those that say so in a record of the
 * book, and those of earlier versions, which look like nothing else.
 */
export class ImportLines {
  readonly #lines: number[]

  /** Empty, or from `data` of another thread. */
  constructor(data: readonly number[] = []) {
    this.#lines = [...data]
  }

  /** Adds the line of a transaction, if it is an import. */
  add(transaction: number, records: readonly JournalRecord[]): void {
    if (isImport(records)) this.#lines.push(transaction)
  }

  /** The numbers of the lines, in order. */
  get lines(): readonly number[] {
    return this.#lines
  }
}

function isImport(records: readonly JournalRecord[]): boolean {
  const [first] = records
  if (first === undefined) return false
  if (isOfBook(first)) return first.type === 'apply-statement'
  // Nothing else that a person does makes several records, of which one has a reference and none
  // opens, corrects or renames.
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
