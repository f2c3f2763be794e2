import { expect } from 'vitest'
import type { AccountContext, OwnMove } from '../../main/account/context.ts'
import { type AccountDecision, decideAccount } from '../../main/account/decide.ts'
import { accountEvolved } from '../../main/account/evolve.ts'
import { inflowOf } from '../../main/account/inflows.ts'
import { type AccountPosting, accountPostings } from '../../main/account/postings.ts'
import { type AccountLine, type AccountRow, amountsOf, withBalances } from '../../main/account/rows.ts'
import { type AccountStages, balanceOf, stagesOf } from '../../main/account/stages.ts'
import type { AccountState } from '../../main/account/state.ts'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { decide } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { foldEntries } from '../../main/escrow/fold.ts'
import { type AccountCommandInput, accountCommandSchema } from '../../shared/account/commands.ts'
import type { AccountEntry } from '../../shared/account/events.ts'
import { type RecordedCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { sum } from '../../shared/money/money.ts'
import { day } from '../escrow/scenario.ts'

type Own<C> = C extends { accountId: string } ? Omit<C, 'accountId'> : C
/** A command of the one account, without its id. */
export type OwnCommand = Own<AccountCommandInput>

const ACCOUNT = 'A0001'
const INCOME: ReadonlySet<string> = new Set(['receive', 'release', 'bonus', 'return-payment', 'resolve-dispute'])

/** One account, the contracts that pay into it, and all that was recorded of both. */
export class AccountBook {
  today: IsoDate = day('2026-03-15')
  closedUntil: IsoDate | null = null
  account: AccountState | undefined
  readonly others: AccountState[] = []
  readonly entries: AccountEntry[] = []
  readonly contracts = new Map<string, { state: ContractState; records: Entry[] }>()
  /** The contracts that pay in. */
  linked = new Set<string>()
  #entry = 0

  constructor(opening = 0) {
    this.does({ type: 'open-account', name: 'Upwork', currency: 'USD', opening, on: '2026-03-01' })
  }

  /** Decides a command on the account, and records it if it is accepted. */
  tries(input: OwnCommand): AccountDecision {
    const command = accountCommandSchema.parse(input.type === 'open-account' ? input : { accountId: ACCOUNT, ...input })
    const decision = decideAccount(this.account, command, this.#context())
    if (!decision.ok) return decision
    const entry = command.type === 'edit-account' ? null : ++this.#entry
    const { on, events } = decision
    const record: AccountEntry = { entry, of: ACCOUNT, type: command.type, on, events }
    this.account = accountEvolved(this.account, record)
    this.entries.push(record)
    return decision
  }

  /** Gives a command that must be accepted; the number of the last entry. */
  does(input: OwnCommand): number {
    const decision = this.tries(input)
    if (!decision.ok) throw new Error(`${JSON.stringify(input)}: refused as ${decision.refusal.code}`)
    return this.#entry
  }

  /** The refusal of a command that must be refused. */
  refusalOf(input: OwnCommand): Refusal {
    const decision = this.tries(input)
    if (decision.ok) throw new Error(`${JSON.stringify(input)} was accepted`)
    return decision.refusal
  }

  /** Records a command of a contract, which must be accepted; the number of its entry. */
  records(contractId: string, input: RecordedCommandInput): number {
    const command = recordedCommandSchema.parse(input)
    const { state, records = [] } = this.contracts.get(contractId) ?? {}
    const decision = decide(state, command, {
      today: this.today,
      newContractId: contractId,
      closedUntil: this.closedUntil,
      entryExists: () => true,
    })
    if (!decision.ok) throw new Error(`${JSON.stringify(input)}: refused as ${decision.refusal.code}`)
    const { on, events } = decision
    const entry = { entry: ++this.#entry, contract: contractId, type: command.type, on, events }
    const after = [...records, entry]
    const isReversal = command.type === 'reverse'
    this.contracts.set(contractId, { state: isReversal ? foldEntries(after) : evolve(state, entry), records: after })
    return this.#entry
  }

  get state(): AccountState {
    if (this.account === undefined) throw new Error('no account')
    return this.account
  }

  get stages(): AccountStages {
    return stagesOf(this.state, this.#linked(), this.today)
  }

  get balance(): number {
    return balanceOf(this.state, this.#linked())
  }

  /** The postings of the last entry of the account. */
  get postings(): AccountPosting[] {
    return this.entries.at(-1)?.events.flatMap(event => accountPostings(event, this.state.currency)) ?? []
  }

  /** The rows of the account, made from all entries of it and of its contracts. */
  get rows(): AccountRow[] {
    return withBalances([...this.#ownLines(), ...this.#inflowLines()])
  }

  /** Checks what is always true (rules-account.md): balance, stages, rows and postings agree. */
  check(): void {
    const { balance, stages } = this
    expect(sum(stages.onItsWay, stages.available)).toBe(balance)
    expect(this.rows.at(-1)?.balance).toBe(balance)
    for (const { events } of this.entries) {
      const postings = events.flatMap(event => accountPostings(event, this.state.currency))
      expect(postings.reduce((total, { amount, cost = amount }) => total + cost, 0)).toBe(0)
    }
    let folded: AccountState | undefined
    for (const entry of this.entries) folded = accountEvolved(folded, entry)
    expect(folded).toEqual(this.account)
  }

  #linked(): ContractState[] {
    return [...this.linked].flatMap(id => this.contracts.get(id)?.state ?? [])
  }

  #context(): AccountContext {
    return {
      today: this.today,
      closedUntil: this.closedUntil,
      accounts: [...this.others, ...(this.account === undefined ? [] : [this.account])],
      linked: this.#linked(),
      ownMove: entry => this.#ownMove(entry),
      isIncome: entry =>
        this.rows.some(row => row.entry === entry && INCOME.has(row.type) && row.reversedBy === undefined),
    }
  }

  #ownMove(number: number): OwnMove | undefined {
    const found = this.entries.find(({ entry }) => entry === number)
    const event = found?.events[0]
    if (found === undefined || event === undefined) return undefined
    if (event.type === 'account-opened' || event.type === 'account-edited' || event.type === 'account-move-reversed')
      return undefined
    return { on: found.on, move: event, isReversed: this.#reversalOf(number) !== undefined }
  }

  #reversalOf(number: number): number | undefined {
    const reversal = this.entries.find(
      ({ events: [event] }) => event?.type === 'account-move-reversed' && event.entry === number,
    )
    return reversal?.entry ?? undefined
  }

  #ownLines(): AccountLine[] {
    return this.entries.flatMap(({ entry, type, on, events: [event] }) => {
      if (entry === null || event === undefined || event.type === 'account-edited') return []
      if (event.type === 'account-move-reversed') return []
      const base = { entry, type, on, reference: null, note: null }
      if (event.type === 'account-opened') {
        const { opening } = this.state
        return { ...base, gross: opening, fee: sum(), net: opening }
      }
      const reversedBy = this.#reversalOf(entry)
      return { ...base, ...amountsOf(event), ...(reversedBy !== undefined && { reversedBy }) }
    })
  }

  #inflowLines(): AccountLine[] {
    return [...this.linked].flatMap(contractId => {
      const records = this.contracts.get(contractId)?.records ?? []
      const reversals = new Map(
        records.flatMap(({ entry, events }) =>
          events.flatMap(event => (event.type === 'entry-reversed' ? [[event.entry, entry ?? 0] as const] : [])),
        ),
      )
      return records.flatMap(({ entry, type, on, events }) =>
        events.flatMap(event => {
          const inflow = inflowOf(event)
          if (inflow === undefined || entry === null) return []
          const { available, ...amounts } = inflow
          const reversedBy = reversals.get(entry)
          return {
            entry,
            contractId,
            type,
            on,
            reference: null,
            note: null,
            ...amounts,
            ...(available !== null && { available }),
            ...(reversedBy !== undefined && { reversedBy }),
          }
        }),
      )
    })
  }
}
