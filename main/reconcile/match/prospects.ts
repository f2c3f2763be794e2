import type { EscrowCommand, EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { decide } from '../../escrow/decide.ts'
import { evolve } from '../../escrow/evolve.ts'
import type { StandingEntry } from './book-side.ts'
import type { ContractFinder } from './contract-finder.ts'
import type { Problem } from './matched-row.ts'
import type { Movement } from './movements.ts'
import { waysToRecord } from './ways-to-record.ts'

/** A movement that is in the book not yet, and an entry that is like it under another id. */
export interface Prospect {
  readonly movement: Movement
  readonly like?: StandingEntry | undefined
}

/** What would record a movement; or why nothing can be proposed. */
export interface Offer {
  readonly contractId?: string
  readonly before?: readonly EscrowCommandInput[]
  readonly command?: EscrowCommandInput
  readonly problem?: Problem
}

/** No entry of the book has such a number: contracts are only thought on, never recorded. */
const FIRST_THOUGHT_OF = 2 ** 40

/**
 * Finds what would record new movements, one after another, by the real rules on the contracts as
 * the ones before would leave them.
 */
export class Prospects {
  readonly #today: IsoDate
  readonly #finder: ContractFinder
  readonly #after = new Map<string, ContractState>()
  #entry = FIRST_THOUGHT_OF

  /** `finder` must be ready. */
  constructor(finder: ContractFinder, today: IsoDate) {
    this.#today = today
    this.#finder = finder
  }

  /** What would record a movement. What is offered counts as done for the offers after it. */
  offer({ movement, like }: Prospect): Offer {
    const { main } = movement
    const candidates = this.#finder.candidates(main).map(contract => this.#after.get(contract.id) ?? contract)
    if (candidates.length === 0)
      return { problem: { key: 'statement.new.no-contract', params: { currency: main.currency } } }
    let refused: Offer | undefined
    const ways = candidates.flatMap(contract => {
      const tried = waysToRecord(movement, contract).map(commands => this.#tried(contract, commands, main.on, main.id))
      const way = tried.find(each => each.after !== undefined)
      refused ??= tried[0]?.offer
      return way === undefined ? [] : [way]
    })
    const [first] = ways
    if (first === undefined) {
      const [only] = candidates
      return (
        refused ?? {
          ...(only !== undefined && candidates.length === 1 && { contractId: only.id }),
          problem: { key: 'statement.new.no-way' },
        }
      )
    }
    if (ways.length > 1) return { problem: { key: 'statement.new.which', params: { count: ways.length } } }
    if (first.after !== undefined) this.#after.set(first.after.id, first.after)
    if (like === undefined) return first.offer
    return { ...first.offer, problem: { key: 'statement.new.like', params: { entry: like.entry } } }
  }

  #tried(
    contract: ContractState,
    commands: readonly EscrowCommandInput[],
    on: IsoDate,
    reference: string,
  ): { readonly offer: Offer; readonly after?: ContractState } {
    const before = commands.slice(0, -1)
    const command = commands.at(-1)
    const offer: Offer = {
      contractId: contract.id,
      ...(before.length > 0 && { before }),
      ...(command !== undefined && { command }),
    }
    let after = contract
    for (const each of commands) {
      // Made here of what was read, and parsed as any other once it is recorded.
      const parsed = { ...each, on, ...(each === command && { reference }) } as EscrowCommand
      const decision = decide(after, parsed, { today: this.#today, newContractId: '', entryExists: () => false })
      if (!decision.ok)
        return { offer: { ...offer, problem: { refusal: decision.refusal, decimals: contract.decimals } } }
      after = evolve(after, {
        entry: this.#entry++,
        contract: contract.id,
        type: parsed.type,
        on: decision.on,
        events: decision.events,
      })
    }
    return { offer, after }
  }
}
