import type { CommandOf, EscrowCommand, RecordedCommand } from '../../shared/contract/commands.ts'
import { type BookRecord, type Entry, isOfContract, type JournalRecord } from '../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import { type BookCommand, type BookState, bookFolded, decideBook } from '../escrow/book-state.ts'
import { isSameParty } from '../escrow/contract/party.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import {
  type DetailsOf,
  MOST_TAKEN_BACK,
  mustBeChanges,
  mustBeRightAfter,
  planCorrection,
  type RecordedAgain,
} from '../escrow/correction.ts'
import { type Context, type Decision, decide, usualDay } from '../escrow/decide.ts'
import { mustNotBeClosed } from '../escrow/rules/period.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import { recordIn } from './checkpoint/checkpoint-data.ts'
import type { ContractRecord } from './checkpoint/contract-record.ts'
import { ContractFolder } from './checkpoint/folding.ts'
import type { Drafted, StateBefore } from './drafted.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/subjects.ts'
import { entryOf } from './records.ts'

/**
 * A transaction while its commands are being decided: the records to write, and what they affect as
 * it is after them. The state before it is not changed.
 */
export class TransactionDraft {
  readonly records: JournalRecord[] = []
  readonly contracts = new Map<string, ContractRecord>()
  readonly #before: StateBefore
  readonly folder: ContractFolder
  /** The book as a whole, once this is written. */
  book: BookState
  /** The number of the last entry, once this is written. */
  lastEntry: number
  /** The number of contracts that have been opened, once this is written. */
  opened: number

  constructor(before: StateBefore) {
    this.#before = before
    this.folder = new ContractFolder(before.folder)
    this.book = before.book
    this.lastEntry = before.entries
    this.opened = before.opened
  }

  /**
   * Decides one more command on the state the ones before it leave. A refusal leaves the draft
   * unchanged. Throws if money would not be conserved.
   */
  add(command: EscrowCommand): Drafted | Refused {
    switch (command.type) {
      case 'rename-party':
        return this.#rename(command)
      case 'close-books':
        return this.#closeBooks(command)
      case 'correct':
        return this.#allOrNone(() => this.#correct(command))
      default:
        return this.#record(command)
    }
  }

  /** Adds the record of a paper. It is no command, and no rule refuses it. */
  keepPaper(paper: Paper): void {
    this.#takeOfBook({ entry: null, of: 'book', type: 'keep-paper', events: [{ type: 'paper-kept', ...paper }] })
  }

  #record(command: Exclude<RecordedCommand, { type: 'rename-party' }>): Drafted | Refused {
    const contractId = command.type === 'open-contract' ? contractIdOf(this.opened + 1) : command.contractId
    const known = command.type === 'annotate' ? { ...command, entry: this.#today(command.entry) } : command
    const decision = this.#decide(this.#contract(contractId)?.state, known)
    if (!decision.ok) return decision
    const { on, events, warnings, value } = decision
    const entry = MOVE_FACTS[command.type].recorded.isEntry ? this.lastEntry + 1 : null
    this.#take(entryOf(command, { entry, contract: contractId, on, events }))
    if (command.type === 'open-contract') this.opened++
    return { ok: true, entry, contractIds: [contractId], warnings, value: { ...value } }
  }

  #decide(state: ContractState | undefined, command: RecordedCommand, again?: Context['again']): Decision {
    return decide(state, command, {
      today: this.#before.today,
      newContractId: contractIdOf(this.opened + 1),
      closedUntil: this.book.closedUntil,
      ...(again !== undefined && { again }),
      entryExists: entry => this.#contractOf(entry) === state?.id,
    })
  }

  /** Renames a party: one record for each contract it is in, removed ones too if another has it. */
  #rename(command: EscrowCommand & { readonly type: 'rename-party' }): Drafted | Refused {
    const states = this.#states().filter(
      ({ client, freelancer }) => isSameParty(client, command.from) || isSameParty(freelancer, command.from),
    )
    if (states.every(({ removed }) => removed))
      return storeRefused('bad-input', { name: command.from }, { variant: 'unknown-party', field: 'from' })
    const renames: Entry[] = []
    for (const state of states) {
      const decision = this.#decide(state, command)
      if (!decision.ok) return decision
      renames.push(entryOf(command, { entry: null, contract: state.id, on: decision.on, events: decision.events }))
    }
    for (const rename of renames) this.#take(rename)
    return { ok: true, entry: null, contractIds: states.map(({ id }) => id), warnings: [], value: {} }
  }

  #closeBooks({ type, reference, note, ...command }: BookCommand): Drafted | Refused {
    const decision = decideBook({ type, ...command }, this.#before.today)
    if (!decision.ok) return decision
    const details = { ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }
    this.#takeOfBook({ entry: null, of: 'book', type, ...details, events: decision.events })
    return { ok: true, entry: null, contractIds: [], warnings: [], value: {} }
  }

  /** Corrects entries: takes back, and records again what stays, each as a command of its own. */
  #correct(command: CommandOf<'correct'>): Drafted | Refused {
    const { contractId } = command
    const shape = mustBeChanges(command)
    if (shape !== undefined) return { ok: false, refusal: shape }
    const record = this.#contract(contractId)
    if (record === undefined || record.state.removed)
      return { ok: false, refusal: refuse('unknown-contract', {}, { field: 'contractId' }) }
    const { today } = this.#before
    const closedUntil = this.book.closedUntil
    const usual = usualDay(record.state, { today, closedUntil })
    const on = command.on ?? usual
    const history = this.folder.historyOf(record, () => this.#recordsOf(contractId), MOST_TAKEN_BACK)
    const planned = planCorrection(history, command, entry => detailsIn(record, entry))
    if (!planned.ok) return planned
    if (on > today && on !== usual)
      return { ok: false, refusal: refuse('date-in-future', { today: { day: today } }, { field: 'on' }) }
    const isClosed = mustNotBeClosed(on, closedUntil, { field: 'on' })
    if (isClosed !== undefined) return { ok: false, refusal: isClosed }
    const { takenBack, again } = planned.correction
    for (const { entry } of takenBack)
      if (entry !== null)
        this.#take({
          entry: this.lastEntry + 1,
          contract: contractId,
          type: 'reverse',
          on,
          events: [{ type: 'entry-reversed', entry }],
        })
    const recorded = this.#recordAgain(contractId, again)
    if (!recorded.ok) return recorded
    const after = this.#contract(contractId)?.state ?? record.state
    const outcome = { before: record.state, after, closedUntil }
    const refusal = mustBeRightAfter(planned.correction, recorded.entries, outcome)
    if (refusal !== undefined) return { ok: false, refusal }
    return {
      ok: true,
      entry: recorded.entries.find(({ corrects }) => corrects === command.entry)?.entry ?? null,
      contractIds: [contractId],
      warnings: recorded.warnings,
      value: { reversed: takenBack.length, recorded: recorded.entries.length },
    }
  }

  #recordAgain(
    contractId: string,
    again: readonly RecordedAgain[],
  ): { readonly ok: true; readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } | Refused {
    const entries: Entry[] = []
    const warnings: Warning[] = []
    for (const { replaced, command, ...context } of again) {
      const decision = this.#decide(this.#contract(contractId)?.state, command, context)
      if (!decision.ok)
        return { ok: false, refusal: { ...decision.refusal, ...(replaced.entry && { entry: replaced.entry }) } }
      const { on, events } = decision
      const corrects = replaced.entry === null ? {} : { corrects: replaced.entry }
      const entry = entryOf(command, { entry: this.lastEntry + 1, contract: contractId, on, ...corrects, events })
      this.#take(entry)
      entries.push(entry)
      warnings.push(...decision.warnings)
    }
    return { ok: true, entries, warnings: lastOfEach(warnings) }
  }

  /** Leaves the draft as it was if a command that takes several steps is refused. */
  #allOrNone(steps: () => Drafted | Refused): Drafted | Refused {
    const { lastEntry } = this
    const length = this.records.length
    const contracts = new Map(this.contracts)
    const outcome = steps()
    if (outcome.ok) return outcome
    this.records.length = length
    this.lastEntry = lastEntry
    this.contracts.clear()
    for (const [id, record] of contracts) this.contracts.set(id, record)
    return outcome
  }

  #take(entry: Entry): void {
    const folded = this.folder.folded(this.#contract(entry.contract), entry, () => this.#recordsOf(entry.contract))
    this.records.push(entry)
    this.contracts.set(entry.contract, folded)
    if (entry.entry !== null) this.lastEntry = entry.entry
  }

  #takeOfBook(record: BookRecord): void {
    this.records.push(record)
    this.book = bookFolded(this.book, record)
  }

  #contract(contractId: string): ContractRecord | undefined {
    return this.contracts.get(contractId) ?? recordIn(this.#before.contracts, contractId)
  }

  #states(): ContractState[] {
    const { contracts } = this.#before
    const ids = new Set([...Object.keys(contracts), ...this.contracts.keys()])
    return [...ids].flatMap(id => this.#contract(id)?.state ?? [])
  }

  #recordsOf(contractId: string): readonly Entry[] {
    const drafted = this.records.filter(isOfContract).filter(({ contract }) => contract === contractId)
    return [...this.#before.recordsOf(contractId), ...drafted]
  }

  #contractOf(entry: number): string | undefined {
    return this.#drafted(entry)?.contract ?? this.#before.contractOf(entry)
  }

  /** The entry that stands for an entry today, in this transaction too. */
  #today(entry: number): number {
    const today = this.#drafted(entry) === undefined ? this.#before.entryToday(entry) : entry
    const replacement = this.records.filter(isOfContract).find(({ corrects }) => corrects === today)?.entry
    return replacement === undefined || replacement === null ? today : this.#today(replacement)
  }

  #drafted(entry: number): Entry | undefined {
    return this.records.filter(isOfContract).find(each => each.entry === entry)
  }
}

function detailsIn({ annotations }: ContractRecord, entry: number): ReturnType<DetailsOf> {
  return annotations.find(each => each.entry === entry) ?? {}
}

/** The last warning of each code: only the end of a correction is worth a warning. */
function lastOfEach(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map(warning => [warning.code, warning])).values()]
}
