import type { RecordedCommand, RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { decide } from '../../escrow/decide.ts'
import { evolve } from '../../escrow/evolve.ts'
import type { GoodRow } from '../read/row.ts'
import type { ContractFinder } from './contract-finder.ts'
import type { Decision } from './decision.ts'
import type { Movement } from './movement.ts'
import { waysToRecord } from './ways-to-record.ts'

/** The commands that would record a movement, or the reason there are none. */
export type Offer = Pick<Decision, 'contractId' | 'before' | 'command' | 'problem'>

/** An offer, and the contract after it is recorded; undefined if it cannot be. */
interface Offered {
  readonly offer: Offer
  readonly after?: ContractState
}

/** Entry numbers for trial entries, higher than any book reaches. */
const FIRST_TRIED = 2 ** 40

/** Offers commands that would record new movements, tested against the rules. */
export class Offers {
  readonly #today: IsoDate
  readonly #closedUntil: IsoDate | null
  readonly #finder: ContractFinder
  readonly #after = new Map<string, ContractState>()
  #entry = FIRST_TRIED

  /** `finder` must be ready. */
  constructor(finder: ContractFinder, { today, closedUntil }: { today: IsoDate; closedUntil: IsoDate | null }) {
    this.#today = today
    this.#closedUntil = closedUntil
    this.#finder = finder
  }

  /**
   * Offers commands that would record a movement. Later offers build on it only once it is counted
   * as done.
   */
  offerFor(movement: Movement): Offered {
    const { main } = movement
    const candidates = this.#finder.candidates(main).map(contract => this.#after.get(contract.id) ?? contract)
    const [only] = candidates
    if (only === undefined)
      return { offer: { problem: { key: 'statement.new.no-contract', params: { currency: main.currency } } } }
    let refused: Offer | undefined
    const possible = candidates.flatMap(contract => {
      const tried = waysToRecord(movement, contract).map(commands => this.#tried(contract, commands, main))
      refused ??= tried[0]?.offer
      return tried.find(({ after }) => after !== undefined) ?? []
    })
    const [first] = possible
    if (first === undefined) {
      const contractId = candidates.length === 1 ? { contractId: only.id } : {}
      return { offer: refused ?? { ...contractId, problem: { key: 'statement.new.no-way' } } }
    }
    return possible.length === 1
      ? first
      : { offer: { problem: { key: 'statement.new.which', params: { count: possible.length } } } }
  }

  /** Makes later offers build on a contract as an offer leaves it. */
  countAsDone(after: ContractState): void {
    this.#after.set(after.id, after)
  }

  #tried(contract: ContractState, commands: readonly RecordedCommandInput[], { on, id }: GoodRow): Offered {
    const before = commands.slice(0, -1)
    const command = commands.at(-1)
    const offer: Offer = {
      contractId: contract.id,
      ...(before.length > 0 && { before }),
      ...(command !== undefined && { command }),
    }
    let after = contract
    for (const each of commands) {
      // Not parsed here: its parts have been parsed already, and recording parses it again.
      const parsed = { ...each, on, ...(each === command && { reference: id }) } as RecordedCommand
      const decision = decide(after, parsed, {
        today: this.#today,
        newContractId: '',
        closedUntil: this.#closedUntil,
        entryExists: () => false,
      })
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
