import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import { bridge } from '../ask/bridge.ts'
import { InOrder } from '../ask/in-order.ts'
import { useStore } from './store.ts'

const readings = new InOrder()

/**
 * Opens a contract: reads it and the newest page of its timeline. What is already shown of it stays
 * meanwhile.
 */
export async function openContract(contractId: string): Promise<void> {
  if (useStore.getState().opened?.contractId !== contractId)
    useStore.setState({ opened: { contractId, contract: null, timeline: [], timelineTotal: 0, error: null } })
  const isNewer = readings.begin()
  const answer = await bridge.query({ type: 'contract', contractId })
  // Meanwhile another contract may have been opened, or this one closed.
  if (useStore.getState().opened?.contractId !== contractId || !isNewer()) return
  useStore.setState(({ opened }) => {
    if (opened === null) return {}
    if (!answer.ok) return { opened: { ...opened, error: answer.error } }
    const { contract, timeline, total } = answer.value
    return { opened: { contractId, contract, timeline, timelineTotal: total, error: null } }
  })
}

/** Reads the next timeline page of the open contract. */
export async function loadMoreTimeline(): Promise<void> {
  const { opened } = useStore.getState()
  if (opened === null) return
  const answer = await bridge.query({
    type: 'contract',
    contractId: opened.contractId,
    offset: opened.timeline.length,
    limit: PAGE_LIMIT,
  })
  if (!answer.ok) return
  // Appended only to the timeline it continues: the contract may have changed meanwhile.
  useStore.setState(({ opened: now }) =>
    now === opened ? { opened: { ...opened, timeline: [...opened.timeline, ...answer.value.timeline] } } : {},
  )
}

/** Closes a contract if it is the open one. */
export function closeContract(contractId: string): void {
  useStore.setState(({ opened }) => (opened?.contractId === contractId ? { opened: null } : {}))
}
