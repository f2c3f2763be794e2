import type { AccountCommand } from '../../shared/account/commands.ts'
import type { CommandOf, RecordedCommand } from '../../shared/contract/commands.ts'
import type { BookEvent, Entry } from '../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import { isSameParty } from '../../shared/contract/party-key.ts'
import type { StatementImport } from '../../shared/contract/statement-import.ts'
import { type BookCommand, decideBook } from '../escrow/book-state.ts'
import { corrected } from './correcting.ts'
import { Draft } from './draft.ts'
import type { Drafted } from './drafted.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/subjects.ts'
import { isAccountCommand, type JournalCommand } from './journal/journal-command.ts'
import { accountEntryOf, entryOf } from './records.ts'
import { importTakenBack } from './taking-back.ts'

/** A transaction while its commands are being decided. */
export class TransactionDraft extends Draft {
  /**
   * Decides one more command on the state the ones before it leave. A refusal leaves the draft
   * unchanged. Throws if money would not be conserved.
   */
  add(command: JournalCommand): Drafted | Refused {
    if (isAccountCommand(command)) return this.#recordOfAccount(command)
    switch (command.type) {
      case 'rename-party':
        return this.#rename(command)
      case 'close-books':
        return this.#closeBooks(command)
      case 'correct':
        return this.allOrNone(() => corrected(this, command))
      case 'take-back-import':
        return this.allOrNone(() => importTakenBack(this, command))
      default:
        return this.#record(command)
    }
  }

  /** Adds the record of a paper. It is no command, and no rule refuses it. */
  keepPaper(paper: Paper): void {
    this.takeOfBook({ entry: null, of: 'book', type: 'keep-paper', events: [{ type: 'paper-kept', ...paper }] })
  }

  /** Adds the record of an import, before those of its rows. */
  keepImport(imported: StatementImport): void {
    const events: BookEvent[] = [{ type: 'statement-applied', ...imported }]
    this.takeOfBook({ entry: null, of: 'book', type: 'apply-statement', events })
  }

  #record(command: Exclude<RecordedCommand, { type: 'rename-party' }>): Drafted | Refused {
    const contractId = command.type === 'open-contract' ? contractIdOf(this.opened + 1) : command.contractId
    const known = command.type === 'annotate' ? { ...command, entry: this.entryToday(command.entry) } : command
    const before = this.contract(contractId)?.state
    const decision = this.decide(before, known)
    if (!decision.ok) return decision
    const { on, events, value } = decision
    const entry = MOVE_FACTS[command.type].recorded.isEntry ? this.lastEntry + 1 : null
    const { state } = this.take(entryOf(command, { entry, contract: contractId, on, events }))
    const warnings = [...decision.warnings, ...this.accounts.overdrawnBy(before, state, this.aroundAccounts())]
    if (command.type === 'open-contract') this.opened++
    return { ok: true, entry, contractIds: [contractId], warnings, value: { ...value } }
  }

  #recordOfAccount(command: AccountCommand): Drafted | Refused {
    const decision = this.accounts.decide(command, this.aroundAccounts())
    if (!decision.ok) return decision
    const { on, events, warnings } = decision
    const accountId = this.accounts.idOf(command)
    const entry = command.type === 'edit-account' ? null : this.lastEntry + 1
    this.takeOfAccount(accountEntryOf(command, { entry, of: accountId, on, events }))
    const value = command.type === 'open-account' ? { accountId } : {}
    return { ok: true, entry, contractIds: [], accountId, warnings, value }
  }

  /** Renames a party: one record for each contract it is in, removed ones too if another has it. */
  #rename(command: CommandOf<'rename-party'>): Drafted | Refused {
    const states = this.states().filter(
      ({ client, freelancer }) => isSameParty(client, command.from) || isSameParty(freelancer, command.from),
    )
    if (states.every(({ removed }) => removed))
      return storeRefused('bad-input', { name: command.from }, { variant: 'unknown-party', field: 'from' })
    const renames: Entry[] = []
    for (const state of states) {
      const decision = this.decide(state, command)
      if (!decision.ok) return decision
      renames.push(entryOf(command, { entry: null, contract: state.id, on: decision.on, events: decision.events }))
    }
    for (const rename of renames) this.take(rename)
    return { ok: true, entry: null, contractIds: states.map(({ id }) => id), warnings: [], value: {} }
  }

  #closeBooks({ type, reference, note, ...command }: BookCommand): Drafted | Refused {
    const decision = decideBook({ type, ...command }, this.today)
    if (!decision.ok) return decision
    const details = { ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }
    this.takeOfBook({ entry: null, of: 'book', type, ...details, events: decision.events })
    return { ok: true, entry: null, contractIds: [], warnings: [], value: {} }
  }
}
