import type { RecordedCommand, RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { decide } from '../../escrow/decide.ts'
import { evolve } from '../../escrow/evolve.ts'
import type { GoodRow } from '../read/row.ts'
import type { Movement } from './movement.ts'
import type { BookNames } from './names.ts'
import { type Way, waysToRecord } from './ways-to-record.ts'

/** A way to record a movement on a contract, as the rules take it. */
export interface Offer extends Way {
  readonly contract: ContractState
  /** The contract after it, and what happened; undefined if the rules refuse it. */
  readonly after?: ContractState
  readonly events: readonly EscrowEvent[]
  readonly refusal?: Refusal
  /** True if the statement does not say whether the money went into escrow or out of it. */
  readonly isOpen?: boolean
}

/** The offers for a movement: those that the rules accept, and the first they refuse. */
export interface Offered {
  readonly possible: readonly Offer[]
  readonly refused: Offer | undefined
}

/** Entry numbers for trial entries, higher than any book reaches. */
const FIRST_TRIED = 2 ** 40

/** Offers commands that would record new movements, tested against the rules. */
export class Offers {
  readonly #today: IsoDate
  readonly #closedUntil: IsoDate | null
  readonly #names: BookNames
  readonly #after = new Map<string, ContractState>()
  #entry = FIRST_TRIED

  constructor(names: BookNames, { today, closedUntil }: { today: IsoDate; closedUntil: IsoDate | null }) {
    this.#today = today
    this.#closedUntil = closedUntil
    this.#names = names
  }

  /**
   * Offers commands that would record a movement on each of these contracts, as the movements
   * counted as done leave them.
   */
  on(movement: Movement, contracts: readonly ContractState[]): Offered {
    const possible: Offer[] = []
    let refused: Offer | undefined
    for (const each of contracts) {
      const contract = this.#after.get(each.id) ?? each
      const tried = this.#ways(movement, contract)
      const found = tried.find(({ after }) => after !== undefined)
      if (found !== undefined) possible.push(found)
      else refused ??= tried[0]
    }
    return { possible, refused }
  }

  /** Makes later offers build on a contract as an offer leaves it. */
  countAsDone(after: ContractState): void {
    this.#after.set(after.id, after)
  }

  /** The same for the commands that a person chose; those the rules refuse change nothing. */
  countChosen(
    commands: readonly RecordedCommand[],
    row: GoodRow,
    contractOf: (id: string) => ContractState | undefined,
  ) {
    const id = commands.flatMap(command => ('contractId' in command ? command.contractId : []))[0] ?? ''
    const contract = this.#after.get(id) ?? contractOf(id)
    if (contract === undefined) return
    const { after } = this.#tried(contract, { commands, fits: false }, row)
    if (after !== undefined) this.countAsDone(after)
  }

  /**
   * The ways that are tried: all of a charge, which may be two things, else up to the first
   * possible.
   */
  #ways(movement: Movement, contract: ContractState): readonly Offer[] {
    const { main, kind } = movement
    const namesMilestone = ({ title, id }: { title: string; id: string }): boolean =>
      main.text === id || this.#names.names(main, title)
    const tried: Offer[] = []
    for (const way of waysToRecord({ movement, contract, namesMilestone })) {
      const offer = this.#tried(contract, way, main)
      tried.push(offer)
      if (offer.after !== undefined && kind !== 'charge') break
    }
    if (kind !== 'charge') return tried
    const types = new Set(tried.filter(({ after }) => after !== undefined).map(({ commands }) => commands.at(-1)?.type))
    return types.size > 1 ? tried.map(offer => ({ ...offer, isOpen: true })) : tried
  }

  #tried(contract: ContractState, way: Way, { on, id }: GoodRow): Offer {
    let after = contract
    const events: EscrowEvent[] = []
    const last: RecordedCommandInput | undefined = way.commands.at(-1)
    for (const each of way.commands) {
      // Not parsed here: its parts have been parsed already, and recording parses it again.
      const parsed = { on, ...each, ...(each === last && { reference: id }) } as RecordedCommand
      if (parsed.type === 'annotate' || parsed.type === 'reverse') return { ...way, contract, events, after }
      const decision = decide(after, parsed, {
        today: this.#today,
        newContractId: '',
        closedUntil: this.#closedUntil,
        entryExists: () => false,
      })
      if (!decision.ok) return { ...way, contract, events: [], refusal: decision.refusal }
      events.push(...decision.events)
      after = evolve(after, {
        entry: this.#entry++,
        contract: contract.id,
        type: parsed.type,
        on: decision.on,
        events: decision.events,
      })
    }
    return { ...way, contract, events, after }
  }
}
