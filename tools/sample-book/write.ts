import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CheckpointFile } from '../../main/book/checkpoint/checkpoint.ts'
import { emptyData } from '../../main/book/checkpoint/checkpoint-data.ts'
import { ContractFolder } from '../../main/book/checkpoint/folding.ts'
import { type ChainPosition, START } from '../../main/book/journal/chain.ts'
import { lineOf } from '../../main/book/journal/line.ts'
import { formatOf, MIGRATIONS } from '../../main/book/journal/migrations.ts'
import { TransactionDraft } from '../../main/book/transaction.ts'
import { milestoneOf } from '../../main/escrow/contract/state.ts'
import { type RecordedCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import { type Entry, isOfContract, type JournalRecord } from '../../shared/contract/events.ts'
import { addDays, dayOf, type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { Chance } from './chance.ts'
import { type Step, script } from './script.ts'

const DAYS = 730
const CHUNK_LENGTH = 1 << 20

/** The size and seed of a book; its two years end on `today`, by default the current day. */
export interface SampleSize {
  readonly contracts: number
  readonly seed: number
  readonly today?: string | undefined
}

/** A contract in progress. */
interface Life {
  contractId: string
  readonly records: Entry[]
  readonly steps: ReturnType<typeof script>
  next: Step
}

/**
 * Writes a book by the real rules, with its checkpoint: contracts start throughout the two years
 * and run in parallel, each command recorded on its own day. Throws if the folder already has a
 * journal, or if a command is refused.
 */
export async function writeSampleBook(
  folder: string,
  size: SampleSize,
): Promise<{ contracts: number; entries: number; bytes: number }> {
  const last = size.today === undefined ? dayOf(new Date()) : isoDate(size.today)
  if (last === undefined) throw new Error(`not a calendar day: ${size.today}`)
  const path = join(folder, 'journal.ndjson')
  if (existsSync(path)) throw new Error(`${path} already exists`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  const writer = new SampleWriter(text => writeSync(file, text))
  const chance = new Chance(size.seed)
  const days: Life[][] = Array.from({ length: DAYS + 1 }, () => [])
  for (let number = 0; number < size.contracts; number++) {
    const steps = script(new Chance(size.seed * 1_000_003 + number))
    const next = steps.next()
    if (!next.done) days[chance.below(DAYS + 1)]?.push({ contractId: '', records: [], steps, next: next.value })
  }
  for (const [number, today] of days.entries()) {
    for (const life of today) {
      const days_ = writer.stepsOfDay(life, addDays(last, number - DAYS))
      if (days_ !== undefined) days[number + days_]?.push(life)
    }
    today.length = 0
  }
  writer.flush()
  closeSync(file)
  await new CheckpointFile(join(folder, 'book.json')).write(writer.data)
  return { contracts: writer.opened, entries: writer.data.entries, bytes: writer.data.offset }
}

/** The engine and the journal's line writer, without an fsync per line. */
class SampleWriter {
  readonly data = emptyData(formatOf(MIGRATIONS))
  opened = 0
  readonly #folder = new ContractFolder()
  readonly #write: (text: string) => void
  #chunk = ''
  #second = 0
  #day = ''

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  /**
   * Runs a contract's steps that fall on this day. Returns the days until its next step, or
   * undefined after the last.
   */
  stepsOfDay(life: Life, day: IsoDate): number | undefined {
    for (;;) {
      const contractId = this.#record(life, { ...life.next.command, on: day }, day)
      const result = { contractId, held: (milestoneId: string) => this.#held(contractId, milestoneId) }
      const next = life.steps.next(result)
      if (next.done) return undefined
      life.next = next.value
      if (next.value.days > 0) return next.value.days
    }
  }

  /** Writes the buffered text. */
  flush(): void {
    if (this.#chunk !== '') this.#write(this.#chunk)
    this.#chunk = ''
  }

  #record(life: Life, input: RecordedCommandInput, today: IsoDate): string {
    const { data } = this
    const draft = new TransactionDraft({
      entries: data.entries,
      opened: this.opened,
      today,
      book: data.book,
      contracts: data.contracts,
      folder: this.#folder,
      accounts: {},
      isPayment: () => false,
      contractOf: () => undefined,
      entryToday: entry => entry,
      recordsOf: () => life.records,
      importAt: () => undefined,
    })
    const drafted = draft.add(recordedCommandSchema.parse(input))
    const [contractId] = drafted.ok ? drafted.contractIds : []
    if (!drafted.ok || contractId === undefined)
      throw new Error(`refused: ${JSON.stringify(drafted)} for ${JSON.stringify(input)}`)
    life.records.push(...draft.records.filter(isOfContract))
    Object.assign(data, this.#append(draft.records, today))
    for (const [id, record] of draft.contracts) data.contracts[id] = record
    data.entries = draft.lastEntry
    this.opened = draft.opened
    return contractId
  }

  #append(entries: readonly JournalRecord[], day: IsoDate): ChainPosition {
    const { position, offset, hash: prev } = this.data.position === 0 ? START : this.data
    this.#second = day === this.#day ? this.#second + 1 : 0
    this.#day = day
    const at = new Date(Date.parse(`${day}T08:00:00Z`) + this.#second * 1_000).toISOString()
    const { text, hash } = lineOf({ format: formatOf(MIGRATIONS), seq: position + 1, at, entries }, prev)
    this.#chunk += text
    if (this.#chunk.length > CHUNK_LENGTH) this.flush()
    return { position: position + 1, offset: offset + Buffer.byteLength(text), hash }
  }

  #held(contractId: string, milestoneId: string): number {
    const state = this.data.contracts[contractId]?.state
    return (state === undefined ? undefined : milestoneOf(state, milestoneId)?.held) ?? 0
  }
}
