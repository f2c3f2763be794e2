import type { AccountCommand } from '../../shared/account/commands.ts'
import type { AccountEntry } from '../../shared/account/events.ts'
import type { RecordedCommand } from '../../shared/contract/commands.ts'
import type { Refusal, Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import { type AccountDecision, decideAccount } from '../account/decide.ts'
import { inflowsOf } from '../account/inflows.ts'
import { mustBeLinkable } from '../account/link.ts'
import { overdrawn } from '../account/overdrawn.ts'
import { stagesOf } from '../account/stages.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { type AccountRecord, accountFolded, accountIn } from './checkpoint/account-record.ts'
import { accountIdOf } from './index/subjects.ts'

/** The book around a transaction's accounts. */
export interface AroundAccounts {
  readonly today: IsoDate
  readonly closedUntil: IsoDate | null
  /** Every contract as the transaction leaves it so far. */
  contracts(): readonly ContractState[]
  /** True for a standing entry of a contract that paid its freelancer. */
  isPayment(entry: number): boolean
  contractOf(entry: number): string | undefined
}

/** The codes of refusals that come before those of a link (rules.md, Refusals). */
const BEFORE_LINK: ReadonlySet<Refusal['code']> = new Set([
  'bad-input',
  'bad-amount',
  'bad-date',
  'unknown-contract',
  'unknown-currency',
  'same-party',
])

/** The accounts of a transaction while its commands are being decided. */
export class AccountDraft {
  /** The accounts that the transaction changes, as it leaves them. */
  readonly changed = new Map<string, AccountRecord>()
  readonly #before: Readonly<Record<string, AccountRecord>>

  constructor(before: Readonly<Record<string, AccountRecord>>) {
    this.#before = before
  }

  /** The account that a command is about; of an opening, the next one. */
  idOf(command: AccountCommand): `A${string}` {
    return command.type === 'open-account'
      ? accountIdOf(this.#records().length + 1)
      : (command.accountId as `A${string}`)
  }

  /** Decides a command on its account. */
  decide(command: AccountCommand, around: AroundAccounts): AccountDecision {
    const record = command.type === 'open-account' ? undefined : this.#record(command.accountId)
    const linked = record === undefined ? [] : linkedTo(record.state.id, around.contracts())
    return decideAccount(record?.state, command, {
      today: around.today,
      closedUntil: around.closedUntil,
      accounts: this.#records().map(({ state }) => state),
      linked,
      ownMove: entry => {
        const found = record?.moves.find(each => each.entry === entry)
        return found && { on: found.on, move: found.move, isReversed: found.reversedBy !== undefined }
      },
      isIncome: entry => {
        const own = record?.moves.find(each => each.entry === entry)
        if (own !== undefined) return own.move.type === 'income-received' && own.reversedBy === undefined
        const payer = around.contractOf(entry)
        return around.isPayment(entry) && linked.some(({ id }) => id === payer)
      },
    })
  }

  /** Takes a record that is about to be written. */
  take(record: AccountEntry): void {
    this.changed.set(record.of, accountFolded(this.#record(record.of), record))
  }

  /**
   * The refusal of the link to an account that a command makes or keeps; undefined if it may stand.
   * `refusal` is that of the rules of contracts, which may come first.
   */
  linkRefusal(
    contract: ContractState | undefined,
    command: RecordedCommand,
    refusal: Refusal | undefined,
  ): Refusal | undefined {
    if (command.type !== 'open-contract' && command.type !== 'edit-contract') return undefined
    if (refusal !== undefined && BEFORE_LINK.has(refusal.code)) return undefined
    const { account = contract?.account ?? null, side = contract?.side ?? 'client' } = command
    const isAsked = command.account !== undefined || command.side !== undefined
    if (account === null || !isAsked) return undefined
    const currency = command.type === 'open-contract' ? command.currency : (contract?.currency ?? '')
    const decimals = contract?.decimals ?? decimalsOf(currency) ?? 0
    const state = this.#record(account)?.state
    return mustBeLinkable(
      { account, side, currency, decimals },
      state,
      command.account === undefined ? 'side' : 'account',
    )
  }

  /** Warns where a contract's entry takes more out of an account than is available there. */
  overdrawnBy(before: ContractState | undefined, after: ContractState, around: AroundAccounts): readonly Warning[] {
    const accountId = before?.account ?? after.account
    const account = accountId === null ? undefined : this.#record(accountId)?.state
    if (account === undefined || before === undefined) return []
    const stays = after.account === before.account
    if (stays && inflowsOf(after) >= inflowsOf(before)) return []
    const others = linkedTo(account.id, around.contracts()).filter(({ id }) => id !== before.id)
    const available = (contract: ContractState) =>
      stagesOf(account, contract.account === account.id ? [...others, contract] : others, around.today).available
    return overdrawn(account, available(before), available(after))
  }

  #record(accountId: string): AccountRecord | undefined {
    return this.changed.get(accountId) ?? accountIn(this.#before, accountId)
  }

  #records(): AccountRecord[] {
    const ids = new Set([...Object.keys(this.#before), ...this.changed.keys()])
    return [...ids].flatMap(id => this.#record(id) ?? [])
  }
}

function linkedTo(accountId: string, contracts: readonly ContractState[]): ContractState[] {
  return contracts.filter(({ account, removed }) => account === accountId && !removed)
}
