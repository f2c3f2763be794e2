import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { refusalOfIssues } from '../../main/answers/parse-refusal.ts'
import { type ContractRecord, type DayFlow, dayFlowOf } from '../../main/book/checkpoint/contract-record.ts'
import { ContractFolder } from '../../main/book/checkpoint/folding.ts'
import type { Drafted } from '../../main/book/drafted.ts'
import { contractIdOf } from '../../main/book/index/subjects.ts'
import { TransactionDraft } from '../../main/book/transaction.ts'
import { type BookState, NEW_BOOK } from '../../main/escrow/book-state.ts'
import { type ContractState, escrowOf } from '../../main/escrow/contract/state.ts'
import type { Context } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { mirrored, postingsOf } from '../../main/escrow/postings.ts'
import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import { type EscrowCommand, escrowCommandSchema, type RecordedCommand } from '../../shared/contract/commands.ts'
import { type Entry, isOfContract } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { frozen } from './frozen.ts'
import { saidAgain, saidNow } from './said.ts'

/**
 * A contract of the driver: its live state and flows, its records, its ledger and the states to
 * reverse to.
 */
export interface Kept {
  readonly state: ContractState
  readonly flows: readonly DayFlow[]
  readonly entries: readonly Entry[]
  readonly rows: readonly LedgerRow[]
  /** The states before each entry that can still be reversed, latest last, with renames since. */
  readonly before: readonly ContractState[]
  /** The command of each entry but reversals, as a correction must record it again. */
  readonly said: ReadonlyMap<number, RecordedCommand>
}

/**
 * The outcome of a command: its contracts and answer, or its refusal. `command` is absent if it was
 * malformed.
 */
export type Happened =
  | {
      readonly ok: true
      readonly command: EscrowCommand
      readonly touched: readonly string[]
      readonly answer: Drafted
    }
  | { readonly ok: false; readonly command?: EscrowCommand; readonly refusal: Refusal }

/**
 * A book in memory: takes commands as a script sends them, decides them with the transactions of
 * `main/book`, and keeps everything that the checks compare. Every state is deeply frozen, so that
 * an engine that changes one throws.
 */
export class Driver {
  today: IsoDate
  readonly contracts = new Map<string, Kept>()
  entries = 0
  #book: BookState = NEW_BOOK
  #folder = new ContractFolder()
  readonly #records: Record<string, ContractRecord> = {}
  readonly #replacements = new Map<number, number>()

  constructor(today: IsoDate) {
    this.today = today
  }

  /** The last day of the closed period; null if nothing is closed. */
  get closedUntil(): IsoDate | null {
    return this.#book.closedUntil
  }

  /** The entry that stands for an entry today, by the corrections so far. */
  entryToday(entry: number): number {
    const replacement = this.#replacements.get(entry)
    return replacement === undefined ? entry : this.entryToday(replacement)
  }

  /** Records a command, or refuses it and changes nothing. */
  execute(said: unknown): Happened {
    const parsed = escrowCommandSchema.safeParse(said)
    if (!parsed.success) return { ok: false, refusal: refusalOfIssues(parsed.error, said) }
    const command = frozen(parsed.data)
    const draft = this.#draft()
    const answer = draft.add(command)
    if (!answer.ok) {
      assert.deepEqual([...draft.contracts.keys(), ...draft.records], [], 'a refusal leaves the transaction empty')
      assert.equal(draft.lastEntry, this.entries, 'a refusal numbers no entry')
      return { ok: false, command, refusal: answer.refusal }
    }
    for (const record of draft.records) if (isOfContract(record)) this.#take(frozen(record), command)
    for (const [id, record] of draft.contracts) this.#settle(id, frozen(record))
    this.#book = frozen(draft.book)
    this.#folder = draft.folder
    this.entries = draft.lastEntry
    return { ok: true, command, touched: answer.contractIds, answer }
  }

  /** The context of a decision on a contract. */
  contextOf(contractId: string): Context {
    return {
      today: this.today,
      closedUntil: this.closedUntil,
      newContractId: contractIdOf(this.contracts.size + 1),
      entryExists: entry => this.#contractOf(entry) === contractId,
    }
  }

  #draft(): TransactionDraft {
    return new TransactionDraft({
      entries: this.entries,
      opened: this.contracts.size,
      today: this.today,
      book: this.#book,
      contracts: this.#records,
      folder: this.#folder,
      accounts: {},
      isPayment: () => false,
      contractOf: entry => this.#contractOf(entry),
      entryToday: entry => this.entryToday(entry),
      recordsOf: contractId => this.contracts.get(contractId)?.entries ?? [],
      importAt: () => undefined,
    })
  }

  #contractOf(entry: number): string | undefined {
    return [...this.contracts].find(([, { entries }]) => entries.some(each => each.entry === entry))?.[0]
  }

  #take(record: Entry, command: EscrowCommand): void {
    const kept = this.contracts.get(record.contract)
    const entries = [...(kept?.entries ?? []), record]
    const state = record.type === 'reverse' ? (kept?.before.at(-1) ?? kept?.state) : frozen(evolve(kept?.state, record))
    assert.ok(state, 'an entry that is reversed was recorded')
    this.contracts.set(record.contract, {
      state,
      flows: kept?.flows ?? [],
      entries,
      rows: rowsWith(kept?.rows ?? [], entries, state),
      before: beforeWith(kept, record),
      said: this.#saidWith(kept, record, command),
    })
    if (record.entry !== null && record.corrects !== undefined) this.#replacements.set(record.corrects, record.entry)
  }

  #saidWith(kept: Kept | undefined, record: Entry, command: EscrowCommand): Kept['said'] {
    const said = kept?.said ?? new Map<number, RecordedCommand>()
    if (record.entry === null || record.type === 'reverse') return said
    if (command.type === 'correct') {
      assert.ok(kept && record.corrects, 'a correction records only what it took back')
      return new Map([...said, [record.entry, saidAgain(kept, record.corrects, command)]])
    }
    assert.notEqual(command.type, 'close-books')
    return new Map([...said, [record.entry, saidNow(command as RecordedCommand, record, kept?.state)]])
  }

  /** Takes the state that the transaction made, which must be that of its records one by one. */
  #settle(id: string, record: ContractRecord): void {
    const kept = this.contracts.get(id)
    assert.ok(kept && isDeepStrictEqual(kept.state, record.state), 'the records of a transaction make its state')
    this.contracts.set(id, { ...kept, state: record.state, flows: record.flows.map(dayFlowOf) })
    this.#records[id] = record
  }
}

function beforeWith(kept: Kept | undefined, record: Entry): readonly ContractState[] {
  if (kept === undefined) return []
  if (record.type === 'reverse') return kept.before.slice(0, -1)
  // Records that are no entries survive reversals, so they belong to every state to reverse to.
  if (record.entry === null) return kept.before.map(state => frozen(evolve(state, record)))
  return [...kept.before, kept.state]
}

/** The ledger with one more row, as the query `ledger` answers it. */
function rowsWith(rows: readonly LedgerRow[], entries: readonly Entry[], state: ContractState): readonly LedgerRow[] {
  const record = entries.at(-1)
  if (record === undefined || record.entry === null) return rows
  const { entry, contract: contractId, type, on, reference = null, note = null, corrects } = record
  const row = {
    entry,
    contractId,
    type,
    on,
    at: `${on}T00:00:00Z`,
    reference,
    note,
    escrow: escrowOf(state),
    ...(corrects !== undefined && { corrects }),
  }
  const reverses = record.events.find(event => event.type === 'entry-reversed')?.entry
  if (reverses === undefined) return [...rows, { ...row, postings: postingsOf(record.events, state.currency) }]
  const postings: readonly Posting[] = mirrored(rows.find(other => other.entry === reverses)?.postings ?? [])
  return [
    ...rows.map(other => (other.entry === reverses ? { ...other, reversedBy: entry } : other)),
    { ...row, reverses, postings },
  ]
}
