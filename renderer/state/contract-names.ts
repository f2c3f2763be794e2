import { useEffect } from 'react'
import { create } from 'zustand'
import type { ContractView } from '../../shared/contract/contract.ts'
import { bridge } from '../ask/bridge.ts'

/** What lists that speak of many contracts need to name one and what is in it. */
export interface ContractNames
  extends Pick<ContractView, 'id' | 'title' | 'client' | 'freelancer' | 'side' | 'currency' | 'decimals'> {
  /** By milestone: its title. */
  readonly milestones: Readonly<Record<string, string>>
}

const useNames = create<Readonly<Record<string, ContractNames>>>()(() => ({}))
const underway = new Set<string>()
let listening = false

async function read(contractId: string): Promise<void> {
  if (underway.has(contractId)) return
  underway.add(contractId)
  const answer = await bridge.query({ type: 'contract', contractId, limit: 1 })
  underway.delete(contractId)
  if (!answer.ok) return
  const { id, title, client, freelancer, side, currency, decimals, milestones } = answer.value.contract
  const titles = Object.fromEntries(milestones.map(each => [each.id, each.title]))
  useNames.setState({ [id]: { id, title, client, freelancer, side, currency, decimals, milestones: titles } })
}

/**
 * A name may change with any command: what is known of the contracts that it touched is read again.
 */
function listen(): void {
  if (listening) return
  listening = true
  bridge.on('changed', ({ contractIds }) => {
    for (const id of contractIds) if (useNames.getState()[id] !== undefined) void read(id)
  })
}

/**
 * The names of these contracts, as far as they have been read; those that have not are read now.
 * Ask for those on the screen only.
 */
export function useContractNames(contractIds: readonly string[]): Readonly<Record<string, ContractNames>> {
  const names = useNames()
  const missing = contractIds.filter(id => names[id] === undefined).join(' ')
  useEffect(() => {
    listen()
    for (const id of missing.split(' ').filter(Boolean)) void read(id)
  }, [missing])
  return names
}
