import { useEffect } from 'react'
import type { ContractView } from '../../../shared/contract.ts'
import head from '../../components/head.module.css'
import { MoneyBar, piecesOf } from '../../components/money-bar.tsx'
import { closeContract, openContract } from '../../state/contract.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import { Brief } from './brief.tsx'
import { ContractHead } from './contract-head.tsx'
import { Milestones } from './milestones.tsx'
import { Timeline } from './timeline.tsx'

/** One contract: where its money is, what one may do and what happens by itself, its milestones, its timeline. */
export function ContractScreen({ contractId }: { contractId: string }) {
  useEffect(() => {
    void openContract(contractId)
    return () => closeContract(contractId)
  }, [contractId])
  const opened = useStore(state => (state.opened?.contractId === contractId ? state.opened : null))
  if (opened?.error) return <NotHere message={opened.error.message} />
  if (!opened?.contract) return null
  const { contract } = opened
  return (
    <>
      <ContractHead contract={contract} />
      <ContractBar contract={contract} />
      <Brief contract={contract} />
      <div className={head['two']}>
        <Milestones contract={contract} />
        <Timeline contract={contract} />
      </div>
    </>
  )
}

function ContractBar({ contract }: { contract: ContractView }) {
  const { bar, decimals, escrow, milestones, unallocated } = contract
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
      pieces={piecesOf(bar, titleOf).map(piece => (piece.kind === 'reserved' ? { ...piece, name: why } : piece))}
      decimals={decimals}
      label={words('bar.label')}
      bracket={
        escrow > 0 ? (
          <Say
            text="bar.bracket"
            decimals={decimals}
            params={{ amount: { money: escrow }, extra, part: { money: part as typeof escrow }, name: only?.title ?? '' }}
          />
        ) : undefined
      }
    />
  )
}

function NotHere({ message }: { message: string }) {
  return (
    <>
      <h1>{words('contract.not-here')}</h1>
      <p className={text['answer']} role="alert">
        {message}
      </p>
      <p>
        <a href={href({ screen: 'contracts' })}>{words('nav.contracts')}</a>
      </p>
    </>
  )
}
