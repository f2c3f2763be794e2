import type { EscrowCommandInput } from '../../../shared/commands.ts'
import type { Minor } from '../../../shared/money.ts'
import type { QueryValues } from '../../../shared/queries.ts'
import { words } from '../../words/say.tsx'

/** What a person can say a row is; `same`: an entry of the book. */
export const KINDS = ['fund-milestone', 'release', 'bonus', 'return-payment', 'same'] as const
/** See `KINDS`. */
export type ChosenKind = (typeof KINDS)[number]

/** Where in its contract a row can be put: a milestone, what is left over (no id), or an entry. */
interface Place {
  readonly value: string
  readonly label: string
}

/** The milestones that can be funded or paid for, or the entries without a reference that moved money. */
export function placesOf({ contract, timeline }: QueryValues['contract'], kind: ChosenKind): readonly Place[] {
  const milestone = ({ id, title }: { readonly id: string; readonly title: string }): Place => ({ value: id, label: title })
  switch (kind) {
    case 'fund-milestone':
      return contract.milestones.filter(({ status }) => status === 'planned').map(milestone)
    case 'release':
      return [
        ...contract.milestones.filter(({ held }) => held > 0).map(milestone),
        ...(contract.unallocated > 0 ? [{ value: '', label: words('reconcile.edit-left') }] : []),
      ]
    case 'same':
      return timeline
        .filter(row => row.reference === null && row.gross !== 0 && row.reversedBy === undefined && row.reverses === undefined)
        .map(row => ({ value: String(row.entry), label: `${row.label}, ${words('reconcile.number', { entry: row.entry })}` }))
    default:
      return []
  }
}

interface Chosen {
  readonly kind: ChosenKind
  readonly contractId: string
  /** Undefined where the contract has none of the kind. */
  readonly place: string | undefined
  readonly amount: Minor
  readonly id: string
}

/** The command that records a row as the person says; null where something of it is missing. */
export function commandOf({ kind, contractId, place, amount, id }: Chosen): EscrowCommandInput | null {
  switch (kind) {
    case 'bonus':
      return { type: 'bonus', contractId, amount }
    case 'return-payment':
      return { type: 'return-payment', contractId, amount }
    case 'release':
      return place === undefined ? null : { type: 'release', contractId, amount, ...(place === '' ? {} : { milestoneId: place }) }
    case 'fund-milestone':
      return place === undefined ? null : { type: 'fund-milestone', contractId, milestoneId: place, amount }
    case 'same':
      return place === undefined ? null : { type: 'annotate', contractId, entry: Number(place), reference: id }
  }
}
