import { type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import type { Flow } from '../../escrow/flows.ts'
import { Column, type ColumnData } from './column.ts'

/**
 * The kind of money movement, by its name on statements of platforms and banks; a `resolution`
 * releases and refunds at once.
 */
export type MoveKind = 'deposit' | 'release' | 'bonus' | 'return' | 'refund' | 'resolution'

const MOVE_KINDS: readonly MoveKind[] = ['deposit', 'release', 'bonus', 'return', 'refund', 'resolution']

/**
 * The money an entry moved, in minor units. `amount` is gross (in a resolution the released part);
 * `refunded` is a resolution's refund. `fee` is the client's in a deposit or refund and else the
 * freelancer's, negative if it is credited; `otherFee` is the contract fee, or the client's fee
 * that a resolution credits.
 */
export interface EntryMove {
  readonly kind: MoveKind
  readonly amount: Minor
  readonly refunded: Minor
  readonly fee: Minor
  readonly otherFee: Minor
}

/** The columns' content, which one thread can hand to another. */
export interface MoveData {
  readonly kind: ColumnData
  readonly amount: ColumnData
  readonly fee: ColumnData
  readonly otherFees: ReadonlyMap<number, Minor>
}

/** The money that entries moved, by entry number, at 20 bytes an entry. */
export class MoveColumns {
  /** The index of the kind from 1; 0 if the entry moved nothing. */
  readonly #kind: Column
  readonly #amount: Column
  readonly #fee: Column
  /** Few entries have a second fee, so a map takes less memory than a column. */
  readonly #otherFees: Map<number, Minor>

  /** Empty, or from `data` of another thread. */
  constructor(data?: MoveData) {
    this.#kind = new Column('count', data?.kind)
    this.#amount = new Column('wide', data?.amount)
    this.#fee = new Column('wide', data?.fee)
    this.#otherFees = new Map(data?.otherFees)
  }

  /** Adds the money that an entry moved. */
  add(entry: number, flow: Flow): void {
    const kind = kindOf(flow)
    if (kind === undefined) return
    const isClients = kind === 'deposit' || kind === 'refund'
    const otherFee = kind === 'resolution' ? flow.clientFee : flow.contractFee
    this.#kind.set(entry, MOVE_KINDS.indexOf(kind) + 1)
    this.#amount.set(entry, amountOf(flow, kind))
    this.#fee.set(entry, isClients ? flow.clientFee : flow.freelancerFee)
    if (otherFee !== 0) this.#otherFees.set(entry, otherFee)
  }

  /** True if an entry moved money. */
  has(entry: number): boolean {
    return this.#kind.at(entry) > 0
  }

  /** True if an entry paid the freelancer, or took a payment back. */
  isPayment(entry: number): boolean {
    const kind = MOVE_KINDS[this.#kind.at(entry) - 1]
    return kind === 'release' || kind === 'bonus' || kind === 'return' || kind === 'resolution'
  }

  /**
   * The money an entry moved; undefined if it moved none. A resolution's refund is not kept here
   * and comes as zero.
   */
  of(entry: number): EntryMove | undefined {
    const kind = MOVE_KINDS[this.#kind.at(entry) - 1]
    if (kind === undefined) return undefined
    return {
      kind,
      amount: minor(this.#amount.at(entry)),
      refunded: ZERO,
      fee: minor(this.#fee.at(entry)),
      otherFee: this.#otherFees.get(entry) ?? ZERO,
    }
  }

  /** The content for another thread. */
  data(): MoveData {
    return { kind: this.#kind.data(), amount: this.#amount.data(), fee: this.#fee.data(), otherFees: this.#otherFees }
  }
}

function kindOf(flow: Flow): MoveKind | undefined {
  if (flow.deposited !== 0 || flow.clientFee > 0) return 'deposit'
  if (flow.bonuses !== 0) return 'bonus'
  if (flow.returned !== 0) return 'return'
  if (flow.released !== 0) return flow.refunded === 0 ? 'release' : 'resolution'
  // A contract that ends with nothing in escrow may still credit the contract fee.
  return flow.refunded === 0 && flow.contractFee === 0 ? undefined : 'refund'
}

function amountOf(flow: Flow, kind: MoveKind): Minor {
  if (kind === 'deposit') return flow.deposited
  if (kind === 'bonus') return flow.bonuses
  if (kind === 'return') return flow.returned
  return kind === 'refund' ? flow.refunded : flow.released
}
