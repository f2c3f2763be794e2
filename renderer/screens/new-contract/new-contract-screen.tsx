import { useEffect, useState } from 'react'
import { openContract } from '../../state/contract.ts'
import { forgetPlanned, plannedContract } from '../../state/planned.ts'
import { useStore } from '../../state/store.ts'
import { startOf } from './form.ts'
import { NewContractForm } from './new-contract-form.tsx'

/**
 * The screen of a new contract: empty, copied from the contract `from`, filled in with a plan from
 * the planner, or for a contract under way.
 */
export function NewContractScreen({ from, underWay }: { from: string | undefined; underWay: boolean }) {
  const preferences = useStore(state => state.preferences)
  const source = useStore(state =>
    from !== undefined && state.opened?.contractId === from ? state.opened.contract : null,
  )
  const ready = useStore(state => state.book !== null && state.preferences !== null)
  const [planned] = useState(plannedContract)
  useEffect(forgetPlanned, [])
  useEffect(() => {
    if (from !== undefined) void openContract(from)
  }, [from])
  // The form reads its initial values only once, so wait for them.
  if (!ready || (from !== undefined && source === null)) return null
  return <NewContractForm start={{ ...startOf(preferences, source, planned), underWay }} />
}
