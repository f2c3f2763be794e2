import { useEffect, useState } from 'react'
import type { ContractRow } from '../../../shared/api/contracts.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { DeadlineView } from '../../../shared/contract/contract.ts'
import { bridge } from '../../ask/bridge.ts'
import { useStore } from '../../state/store.ts'

/** How far ahead the overview looks. */
const AHEAD_DAYS = 92

/** A deadline with the contract it belongs to. */
export interface DatedDeadline {
  readonly deadline: DeadlineView
  readonly contract: ContractRow
}

async function readDeadlines(): Promise<readonly DeadlineView[]> {
  const all: DeadlineView[] = []
  for (;;) {
    const answer = await bridge.query({ type: 'deadlines', within: AHEAD_DAYS, offset: all.length, limit: PAGE_LIMIT })
    if (!answer.ok) return all
    all.push(...answer.value)
    if (answer.value.length < PAGE_LIMIT) return all
  }
}

/**
 * The list of contracts, soonest deadline first, holds the ones that have deadlines at its head.
 */
async function readContracts(wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, ContractRow>> {
  const found = new Map<string, ContractRow>()
  for (let offset = 0; [...wanted].some(id => !found.has(id)); offset += PAGE_LIMIT) {
    const answer = await bridge.query({ type: 'contracts', sort: { by: 'nextDeadline' }, offset, limit: PAGE_LIMIT })
    if (!answer.ok || answer.value.rows.length === 0) return found
    for (const row of answer.value.rows) found.set(row.id, row)
  }
  return found
}

/**
 * What is due or happens by itself in the next three months, the overdue included, by day; null
 * until it was read.
 */
export function useDeadlines(): readonly DatedDeadline[] | null {
  const [dated, setDated] = useState<readonly DatedDeadline[] | null>(null)
  const head = useStore(state => state.book?.head)
  const today = useStore(state => state.book?.today)
  // biome-ignore lint/correctness/useExhaustiveDependencies: there are others in another book or on another day.
  useEffect(() => {
    let current = true
    void (async () => {
      const deadlines = await readDeadlines()
      const contracts = await readContracts(new Set(deadlines.map(each => each.contractId)))
      if (!current) return
      setDated(
        deadlines.flatMap(deadline => {
          const contract = contracts.get(deadline.contractId)
          return contract === undefined ? [] : [{ deadline, contract }]
        }),
      )
    })()
    return () => {
      current = false
    }
  }, [head, today])
  return dated
}
