import { refusalOfIssues } from '../../main/answers/parse-refusal.ts'
import { isSameParty } from '../../main/escrow/contract/party.ts'
import { type ContractState, escrowOf } from '../../main/escrow/contract/state.ts'
import { type Context, type Decision, decide } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { foldEntries } from '../../main/escrow/fold.ts'
import { mirrored, postingsOf } from '../../main/escrow/postings.ts'
import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import { type RecordedCommand, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { frozen } from './frozen.ts'

/**
 * A contract of the driver: its live state, its records, its ledger and the states to reverse to.
 */
export interface Kept {
  readonly state: ContractState
  readonly entries: readonly Entry[]
  readonly rows: readonly LedgerRow[]
  /** The states before each entry that can still be reversed, latest last, with renames since. */
  readonly before: readonly ContractState[]
}

type Accepted = Extract<Decision, { ok: true }>

/**
 * The outcome of a command: its contracts and decision, or its refusal. `command` is absent if it
 * was malformed.
 */
export type Happened =
  | {
      readonly ok: true
      readonly command: RecordedCommand
      readonly touched: readonly string[]
      readonly decision: Accepted
    }
  | { readonly ok: false; readonly command?: RecordedCommand; readonly refusal: Refusal }

/**
 * A book in memory: takes commands as a script sends them, like `main/book`, and keeps everything
 * that the checks compare. Every state is deeply frozen, so that an engine that changes one throws.
 */
export class Driver {
  today: IsoDate
  closedUntil: IsoDate | null = null
  readonly contracts = new Map<string, Kept>()
  entries = 0

  constructor(today: IsoDate) {
    this.today = today
  }

  /** Records a command, or refuses it and changes nothing. */
  execute(said: unknown): Happened {
    const parsed = recordedCommandSchema.safeParse(said)
    if (!parsed.success) return { ok: false, refusal: refusalOfIssues(parsed.error, said) }
    const command = frozen(parsed.data)
    return command.type === 'rename-party' ? this.#rename(command) : this.#record(command)
  }

  /** The context of a decision on a contract. */
  contextOf(contractId: string): Context {
    return {
      today: this.today,
      closedUntil: this.closedUntil,
      newContractId: `C${String(this.contracts.size + 1).padStart(4, '0')}`,
      entryExists: entry => this.contracts.get(contractId)?.entries.some(each => each.entry === entry) ?? false,
    }
  }

  #record(command: Exclude<RecordedCommand, { type: 'rename-party' }>): Happened {
    const context = this.contextOf(command.type === 'open-contract' ? '' : command.contractId)
    const contractId = command.type === 'open-contract' ? context.newContractId : command.contractId
    const kept = this.contracts.get(contractId)
    const decision = decide(kept?.state, command, context)
    if (!decision.ok) return { ok: false, command, refusal: decision.refusal }
    const { on, events } = decision
    const entry = command.type === 'annotate' ? null : this.entries + 1
    const told = command.type === 'annotate' ? {} : { reference: command.reference, note: command.note }
    this.#take(frozen({ entry, contract: contractId, type: command.type, on, ...textsOf(told), events }))
    if (entry !== null) this.entries = entry
    return { ok: true, command, touched: [contractId], decision }
  }

  #rename(command: Extract<RecordedCommand, { type: 'rename-party' }>): Happened {
    const { from } = command
    const touched = [...this.contracts].filter(
      ([, { state }]) => isSameParty(state.client, from) || isSameParty(state.freelancer, from),
    )
    const decided = touched.map(([id, { state }]) => [id, decide(state, command, this.contextOf(id))] as const)
    // The book refuses a name that nobody has.
    const first = decided.find(([id]) => !this.contracts.get(id)?.state.removed)?.[1] ?? {
      ok: false,
      refusal: { code: 'bad-input', params: {} },
    }
    for (const [, decision] of decided) if (!decision.ok) return { ok: false, command, refusal: decision.refusal }
    if (!first.ok) return { ok: false, command, refusal: first.refusal }
    for (const [contract, decision] of decided) {
      if (decision.ok)
        this.#take(
          frozen({
            entry: null,
            contract,
            type: command.type,
            on: decision.on,
            ...textsOf(command),
            events: decision.events,
          }),
        )
    }
    return { ok: true, command, touched: touched.map(([id]) => id), decision: first }
  }

  #take(record: Entry): void {
    const kept = this.contracts.get(record.contract)
    const entries = [...(kept?.entries ?? []), record]
    const reversal = record.events.find(event => event.type === 'entry-reversed')
    const state = frozen(reversal === undefined ? evolve(kept?.state, record) : foldEntries(entries))
    this.contracts.set(record.contract, {
      state,
      entries,
      rows: rowsWith(kept?.rows ?? [], entries, state),
      before: beforeWith(kept, record),
    })
  }
}

function textsOf({ reference, note }: { reference?: string | undefined; note?: string | undefined }): {
  reference?: string
  note?: string
} {
  return { ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }
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
  const { entry, contract: contractId, type, on, reference = null, note = null } = record
  const row = { entry, contractId, type, on, at: `${on}T00:00:00Z`, reference, note, escrow: escrowOf(state) }
  const reverses = record.events.find(event => event.type === 'entry-reversed')?.entry
  if (reverses === undefined) return [...rows, { ...row, postings: postingsOf(record.events, state.currency) }]
  const postings: readonly Posting[] = mirrored(rows.find(other => other.entry === reverses)?.postings ?? [])
  return [
    ...rows.map(other => (other.entry === reverses ? { ...other, reversedBy: entry } : other)),
    { ...row, reverses, postings },
  ]
}
