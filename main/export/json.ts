import type { LedgerRow } from '../../shared/api/ledger.ts'
import type { ContractAttributes } from '../../shared/contract/attributes.ts'
import type { Minor } from '../../shared/money/money.ts'
import { type ContractState, escrowOf, type MilestoneState } from '../escrow/contract/state.ts'
import type { Selection } from './selection.ts'

/** The version of our JSON format. */
export const JSON_VERSION = 1

/**
 * The head of a whole book's JSON export; `journal` holds the journal's lines, from which the book
 * is restored with the same hashes.
 */
export interface WholeBook {
  readonly escrowbook: 'book'
  readonly version: number
  readonly entries: number
  /** The hash of the last line. */
  readonly head: string
}

/** The end of the first line of a whole book's export; the journal's lines follow. */
export const JOURNAL_LIST = ',"journal":['

const PIECE_BYTES = 1 << 18

/**
 * The JSON text of an object up to its list, and the end of both. One item per line, so that the
 * file can be read and compared line by line.
 */
const opened = (head: object, list: string): string => `${JSON.stringify(head).slice(0, -1)},"${list}":[`
const closed = '\n]}\n'

/** A piece of a whole book's export, in UTF-8, and the number of journal lines in it. */
export interface WholePiece {
  readonly text: string | Buffer
  readonly lines: number
}

/**
 * Yields the whole book in pieces: a head with the number of lines to expect, then the journal's
 * lines byte for byte.
 */
export function* wholeBook(head: WholeBook, lines: Iterable<Buffer>): Generator<WholePiece, void> {
  yield { text: opened(head, 'journal'), lines: 0 }
  // Copy bytes: decoding and re-encoding them would take most of the time.
  let block = Buffer.allocUnsafe(2 * PIECE_BYTES)
  let [filled, count, isFirst] = [0, 0, true]
  const piece = (): WholePiece => ({ text: block.subarray(0, filled), lines: count })
  for (const line of lines) {
    if (filled + line.length + 2 > block.length)
      block = Buffer.concat([block.subarray(0, filled)], 2 * (filled + line.length + 2))
    filled += block.write(isFirst ? '\n' : ',\n', filled, 'latin1')
    filled += line.copy(block, filled)
    isFirst = false
    count++
    if (filled < PIECE_BYTES) continue
    yield piece()
    block = Buffer.allocUnsafe(2 * PIECE_BYTES)
    ;[filled, count] = [0, 0]
  }
  yield piece()
  yield { text: closed, lines: 0 }
}

/**
 * The beginning of a partial export, which cannot restore a book: the selection and its contracts
 * as they are now; rows follow.
 */
export function partHead({ contractId, from, to }: Selection, contracts: readonly ContractState[]): string {
  const head = {
    escrowbook: 'part',
    version: JSON_VERSION,
    ...(contractId && { contractId }),
    ...(from && { from }),
    ...(to && { to }),
  }
  return `${opened(head, 'contracts')}\n${contracts.map(contract => JSON.stringify(facts(contract))).join(',\n')}\n],"entries":[`
}

/** Rows of a partial export; `isFirst` for the first rows. */
export function partRows(rows: readonly LedgerRow[], isFirst: boolean): string {
  return rows.length === 0 ? '' : `${isFirst ? '\n' : ',\n'}${rows.map(row => JSON.stringify(row)).join(',\n')}`
}

/** The end of a partial export. */
export function partEnd(): string {
  return closed
}

/**
 * A contract as exported: its attributes and figures, without fields that only the engine needs.
 */
interface ExportedContract extends ContractAttributes, Pick<ContractState, EngineFields> {
  readonly escrow: Minor
  readonly milestones: readonly Omit<MilestoneState, 'plannedAmount' | 'reviewDeadline'>[]
}
type EngineFields =
  | 'id'
  | 'decimals'
  | 'status'
  | 'unallocated'
  | 'deposited'
  | 'released'
  | 'refunded'
  | 'bonuses'
  | 'returned'
  | 'fees'

/** The exported facts of a contract. Money in minor units. */
function facts(contract: ContractState): ExportedContract {
  const { id, title, client, freelancer, side, account, currency, decimals, budget, policy, status, archived } =
    contract
  const { deposited, released, refunded, bonuses, returned, unallocated, fees } = contract
  const milestones = contract.milestones.map(({ plannedAmount: _, reviewDeadline: __, ...milestone }) => milestone)
  const money = { escrow: escrowOf(contract), unallocated, deposited, released, refunded, bonuses, returned, fees }
  return {
    id,
    title,
    client,
    freelancer,
    side,
    account,
    currency,
    decimals,
    budget,
    policy,
    status,
    archived,
    ...money,
    milestones,
  }
}
