import { expect, test } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { partyRows } from '../../main/queries/parties.ts'

const between = (client: string, freelancer: string, status: ContractState['status'] = 'open') =>
  ({ client, freelancer, status }) as ContractState

test('each name is listed once, in any case, with its contracts as client and as freelancer', () => {
  const rows = partyRows([
    between('Studio 10', 'Muhammad A.'),
    between('acme ltd', 'Studio 10', 'ended'),
    between('Acme Ltd', 'studio 9'),
  ])
  expect(rows).toEqual([
    { name: 'acme ltd', client: 2, freelancer: 0, open: 1 },
    { name: 'Muhammad A.', client: 0, freelancer: 1, open: 1 },
    { name: 'studio 9', client: 0, freelancer: 1, open: 1 },
    { name: 'Studio 10', client: 1, freelancer: 1, open: 1 },
  ])
})

test('a book without contracts has no parties', () => {
  expect(partyRows([])).toEqual([])
})
