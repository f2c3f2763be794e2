import type { ContractView } from '../../shared/contract/contract.ts'
import { Say, words } from '../words/say.tsx'
import { MoneyBar, piecesOf } from './money-bar.tsx'

/** The bar of one contract, with the amount in escrow above it. */
export function ContractBar({ contract }: { contract: ContractView }) {
  const { bar, decimals, escrow, milestones, unallocated, side } = contract
  const titleOf = (id: string): string | undefined => milestones.find(each => each.id === id)?.title
  const reserved = contract.pending.refund?.amount ?? contract.pending.dispute?.amount ?? 0
  const why = words('stage', { stage: contract.pending.dispute === undefined ? 'refund_asked' : 'in_dispute' })
  const holders = milestones.filter(each => each.held > 0)
  const only = holders.length === 1 && unallocated === 0 ? holders[0] : undefined
  const extra =
    reserved > 0
      ? reserved === escrow
        ? 'all'
        : 'reserved'
      : unallocated > 0 && unallocated < escrow
        ? 'free'
        : only?.status === 'partly-paid'
          ? 'left'
          : only
            ? 'held'
            : 'none'
  const part = extra === 'reserved' ? reserved : unallocated
  return (
    <MoneyBar
      pieces={piecesOf(bar, titleOf).map(piece => {
        if (piece.kind === 'reserved') return { ...piece, name: why }
        return piece.kind === 'paid' && side === 'freelancer' ? { ...piece, name: words('bar.paid-to-you') } : piece
      })}
      decimals={decimals}
      label={words('bar.label')}
      bracket={
        escrow > 0 ? (
          <Say
            text="bar.bracket"
            decimals={decimals}
            params={{
              amount: { money: escrow },
              side,
              extra,
              part: { money: part as typeof escrow },
              name: only?.title ?? '',
            }}
          />
        ) : undefined
      }
    />
  )
}
