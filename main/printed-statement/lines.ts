import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { StatementLine, StatementSum } from '../../shared/printed-statement/printed-statement.ts'
import type { Voice } from '../../shared/words/say.ts'
import { entryLabel } from '../answers/entry-label.ts'
import type { ReadEntry } from '../book/reading/entry-pages.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { flowOf } from '../escrow/flows.ts'
import { rowOfRecord } from '../queries/ledger.ts'
import { movement } from '../queries/movement.ts'

type Kind = StatementSum['kind']

const ORDER: readonly Kind[] = ['paid-in', 'paid-out', 'refunded', 'bonus', 'returned']

/** True if an entry counts: it is neither reversed nor a reversal. */
export function counts({ reverses, reversedBy }: ReadEntry): boolean {
  return reverses === undefined && reversedBy === undefined
}

/**
 * An entry as a line of its contract's statement. `before` is the escrow before it, from the
 * entries that count.
 */
export function lineOf(record: ReadEntry, before: Minor, state: ContractState, voice: Voice): StatementLine {
  const { entry, on, reference, reverses, reversedBy } = record
  const { gross, fee, net, change } = movement(rowOfRecord(record, record.reversed, state))
  return {
    entry,
    on,
    label: entryLabel(record, state, voice, record.reversed),
    reference: reference ?? null,
    gross,
    fee,
    net,
    escrow: reverses === undefined ? sum(before, change) : before,
    moves: gross !== 0 || fee !== 0,
    ...(reversedBy !== undefined && { undone: true as const }),
    ...(reverses !== undefined && { undoes: reverses }),
  }
}

/** The sums moved by the entries that count, by kind. */
export class Sums {
  readonly #sums = new Map<Kind, StatementSum>()
  #deposited = ZERO
  #released = ZERO
  #refunded = ZERO

  /** Into escrow, in minor units. */
  get deposited(): Minor {
    return this.#deposited
  }

  /** Out of escrow to the freelancer, before fees. */
  get released(): Minor {
    return this.#released
  }

  /** Out of escrow to the client. */
  get refunded(): Minor {
    return this.#refunded
  }

  /** Adds an entry, if it counts. */
  add(record: ReadEntry): void {
    if (!counts(record)) return
    for (const event of record.events) {
      const { deposited, released, refunded, bonuses, returned, clientFee, freelancerFee, contractFee } = flowOf([
        event,
      ])
      this.#deposited = sum(this.#deposited, deposited)
      this.#released = sum(this.#released, released)
      this.#refunded = sum(this.#refunded, refunded)
      if (event.type === 'milestone-funded')
        this.#take('paid-in', sum(deposited, clientFee, contractFee), sum(clientFee, contractFee))
      else {
        if (released !== 0) this.#take('paid-out', released, freelancerFee)
        if (refunded !== 0 || contractFee !== 0) this.#take('refunded', refunded, sum(clientFee, contractFee))
        if (bonuses !== 0) this.#take('bonus', bonuses, freelancerFee)
        // The freelancer returns the net amount; the platform adds its credit.
        if (returned !== 0) this.#take('returned', sum(returned, freelancerFee), freelancerFee)
      }
    }
  }

  /** The nonzero sums, in the order of a statement. */
  list(): readonly StatementSum[] {
    return ORDER.flatMap(kind => this.#sums.get(kind) ?? []).filter(({ gross, fee }) => gross !== 0 || fee !== 0)
  }

  #take(kind: Kind, gross: Minor, fee: Minor): void {
    const before = this.#sums.get(kind)
    const [allGross, allFee] = before === undefined ? [gross, fee] : [sum(before.gross, gross), sum(before.fee, fee)]
    this.#sums.set(kind, { kind, gross: allGross, fee: allFee, net: less(allGross, allFee) })
  }
}
