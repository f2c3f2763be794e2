import { useEffect } from 'react'
import head from '../../controls/head.module.css'
import { ContractBar } from '../../money-bar/contract-bar.tsx'
import { closeContract, openContract } from '../../state/contract.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { ContractHead } from './contract-head.tsx'
import { ContractSummary } from './contract-summary.tsx'
import { Milestones } from './milestones.tsx'
import { Timeline } from './timeline.tsx'

/** One contract: its head, money bar, summary, milestones and timeline. */
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
      <ContractSummary contract={contract} />
      <div className={head['two']}>
        <Milestones contract={contract} />
        <Timeline contract={contract} />
      </div>
    </>
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
