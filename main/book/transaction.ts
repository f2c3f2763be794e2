import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { isSameParty } from '../escrow/contract/party.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { type Decision, decide } from '../escrow/decide.ts'
import { recordIn } from './checkpoint/checkpoint-data.ts'
import { type ContractRecord, isReversal, recordFolded } from './checkpoint/contract-record.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/contract-ids.ts'
import type { CommandFields } from './types.ts'

/** The state before a transaction, which its commands are decided on. */
export interface StateBefore {
  readonly entries: number
  /** The number of contracts that have been opened. */
  readonly opened: number
  readonly today: IsoDate
  readonly contracts: Readonly<Record<string, ContractRecord>>
  /** The contract of an entry; undefined if there is no such entry. Needed by annotations. */
  contractOf(entry: number): string | undefined
  /** A contract's records in the journal, in order. Needed by reversals. */
  recordsOf(contractId: string): readonly Entry[]
}

/** An accepted command in a transaction that is not written yet. */
export interface Drafted {
  readonly ok: true
  readonly entry: number | null
  readonly contractIds: readonly string[]
  readonly warnings: readonly Warning[]
  readonly value: CommandFields
}

/**
 * A transaction while its commands are being decided: the entries to write, and the affected
 * contracts after them. The state before it is not changed.
 */
export class TransactionDraft {
  readonly entries: Entry[] = []
  readonly contracts = new Map<string, ContractRecord>()
  readonly #before: StateBefore
  /** The number of the last entry, once this is written. */
  lastEntry: number
  /** The number of contracts that have been opened, once this is written. */
  opened: number

  constructor(before: StateBefore) {
    this.#before = before
    this.lastEntry = before.entries
    this.opened = before.opened
  }

  /**
   * Decides one more command on the state the ones before it leave. A refusal leaves the draft
   * unchanged. Throws if money would not be conserved.
   */
  add(command: EscrowCommand): Drafted | Refused {
    if (command.type === 'rename-party') return this.#rename(command)
    const newContractId = contractIdOf(this.opened + 1)
    const contractId = command.type === 'open-contract' ? newContractId : command.contractId
    const decision = this.#decide(this.#record(contractId)?.state, command)
    if (!decision.ok) return decision
    const { on, events, warnings, value } = decision
    const entry = MOVE_FACTS[command.type].recorded.isEntry ? this.lastEntry + 1 : null
    this.#take(entryOf(command, { entry, contract: contractId, on, events }))
    if (entry !== null) this.lastEntry = entry
    if (command.type === 'open-contract') this.opened++
    return { ok: true, entry, contractIds: [contractId], warnings, value: { ...value } }
  }

  #decide(state: ContractState | undefined, command: EscrowCommand): Decision {
    return decide(state, command, {
      today: this.#before.today,
      newContractId: contractIdOf(this.opened + 1),
      entryExists: entry =>
        (this.entries.find(each => each.entry === entry)?.contract ?? this.#before.contractOf(entry)) === state?.id,
    })
  }

  /** Renames a party: one record for each contract it is in. */
  #rename(command: EscrowCommand & { readonly type: 'rename-party' }): Drafted | Refused {
    const states = this.#states().filter(
      ({ client, freelancer }) => isSameParty(client, command.from) || isSameParty(freelancer, command.from),
    )
    if (states.length === 0)
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

  #take(entry: Entry): void {
    this.entries.push(entry)
    const records = isReversal(entry) ? this.#recordsOf(entry.contract) : []
    this.contracts.set(entry.contract, recordFolded(this.#record(entry.contract), entry, records))
  }

  #record(contractId: string): ContractRecord | undefined {
    return this.contracts.get(contractId) ?? recordIn(this.#before.contracts, contractId)
  }

  #states(): ContractState[] {
    const { contracts } = this.#before
    const ids = new Set([...Object.keys(contracts), ...this.contracts.keys()])
    return [...ids].flatMap(id => this.#record(id)?.state ?? [])
  }

  #recordsOf(contractId: string): readonly Entry[] {
    return [...this.#before.recordsOf(contractId), ...this.entries.filter(({ contract }) => contract === contractId)]
  }
}

/**
 * The entry with its keys in the order of the format, since its bytes are hashed, and without empty
 * ones. The reference and note of an annotation are in its event.
 */
function entryOf(
  command: EscrowCommand,
  { entry, contract, on, events }: Pick<Entry, 'entry' | 'contract' | 'on' | 'events'>,
): Entry {
  const { type } = command
  const { reference, note } = command.type === 'annotate' ? NO_DETAILS : command
  if (reference === undefined && note === undefined) return { entry, contract, type, on, events }
  return {
    entry,
    contract,
    type,
    on,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    events,
  }
}

const NO_DETAILS: { readonly reference?: string; readonly note?: string } = {}
