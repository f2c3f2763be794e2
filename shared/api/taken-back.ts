import type { ContractFigures } from '../contract/contract.ts'
import type { ContractNames } from './contract-names.ts'
import type { CorrectedEntry, EntryMovement } from './correction.ts'

/** The effect of taking an import back on one contract, in the preview of `take-back-import`. */
export interface TakenBackView {
  readonly contractId: string
  readonly contract: ContractNames
  readonly before: ContractFigures
  readonly after: ContractFigures
  /** The entries that go (`now` is null) or are recorded again, in the order of recording. */
  readonly entries: readonly CorrectedEntry[]
  /** The entries that the import had reversed, and that come back. */
  readonly returned: readonly { readonly entry: number; readonly label: string; readonly now: EntryMovement }[]
  /** The entries that lose the reference which the import gave them. */
  readonly annotated: readonly { readonly entry: number; readonly label: string }[]
}
