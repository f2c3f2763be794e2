import { expect, test } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { BookNames } from '../../main/reconcile/match/names.ts'
import type { GoodRow } from '../../main/reconcile/read/row.ts'
import { Slices } from '../../main/scheduling/slices.ts'

test.each(['Ac\u00adme  Ltd', 'Acme\u00a0Ltd', '\u200eACME\u200b Ltd'])(
  'a row names a party whatever blanks and invisible signs its name has: %j',
  async name => {
    const contract = {
      id: 'C0001',
      title: 'Shop',
      client: 'Acme Ltd',
      freelancer: 'Dana Reyes',
      side: 'freelancer',
      currency: 'USD',
    } as ContractState
    const names = new BookNames([contract])
    await names.ready(new Slices())
    const row = { names: [name], mentions: [], text: '', currency: 'USD' } as unknown as GoodRow
    expect([...names.in(row).parties.values()]).toEqual([[contract]])
    expect(names.in(row).stranger).toBeUndefined()
  },
)
