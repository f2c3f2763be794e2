import type { LedgerRow } from '../../../shared/api/ledger.ts'
import { wordKey } from '../../../shared/words/catalogue.ts'
import type { ContractNames } from '../../state/contract-names.ts'
import { words } from '../../words/say.tsx'

/** Which of a command's labels tells what moved. */
function variantOf({ type, postings }: LedgerRow): string {
  if (type === 'release' && postings.every(posting => posting.milestoneId === undefined)) return '.unallocated'
  return type === 'end-contract' ? '.with-refund' : ''
}

/**
 * What an entry that moved money is called, in the words of its contract's timeline. Of a reversal,
 * `reversed` is what it undid, where that is known.
 */
export function entryName(row: LedgerRow, names: ContractNames | undefined, reversed: LedgerRow | undefined): string {
  if (row.type === 'reverse')
    return reversed === undefined
      ? words('entry.reverse', { entry: row.reverses ?? 0 })
      : words('entry.reverse.named', { undone: entryName(reversed, names, undefined) })
  // Money that is carried goes through unallocated: what was funded is the milestone that came
  // last.
  const milestoneId = row.postings.findLast(posting => posting.milestoneId !== undefined)?.milestoneId
  const milestone = (milestoneId === undefined ? undefined : names?.milestones[milestoneId]) ?? words('entry.milestone')
  const key = wordKey(`entry.${row.type}${variantOf(row)}`) ?? wordKey(`entry.${row.type}`)
  return key === undefined ? row.type : words(key, { milestone, contract: names?.title ?? '', entry: row.entry })
}
