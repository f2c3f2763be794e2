import { expect, test } from 'vitest'
import { toFreelancer } from '../../../../renderer/screens/contract/to-freelancer.ts'
import type { Account, Posting } from '../../../../shared/api/ledger.ts'
import { minor } from '../../../../shared/money/money.ts'

const postings = (...each: readonly (readonly [Account, number])[]): { readonly postings: readonly Posting[] } => ({
  postings: each.map(([account, amount]) => ({ account, currency: 'USD', amount: minor(amount) })),
})

test.each([
  [
    'a deposit with the client’s fees on top',
    postings(['client', -109_95], ['escrow:milestone', 100_00], ['fees:client', 5_00], ['fees:contract', 4_95]),
    [0, 0, 0],
  ],
  [
    'a payment',
    postings(['escrow:milestone', -400_00], ['freelancer', 360_00], ['fees:freelancer', 40_00]),
    [400_00, 40_00, 360_00],
  ],
  ['a bonus', postings(['client', -20_00], ['freelancer', 18_00], ['fees:freelancer', 2_00]), [20_00, 2_00, 18_00]],
  [
    'a returned payment',
    postings(['freelancer', -45_00], ['fees:freelancer', -5_00], ['client', 50_00]),
    [-50_00, -5_00, -45_00],
  ],
  ['a split', postings(['escrow:milestone', -150_00], ['freelancer', 100_00], ['client', 50_00]), [100_00, 0, 100_00]],
])('what %s brings a freelancer leaves out the client’s part', (_, row, [gross, fee, net]) => {
  expect(toFreelancer(row)).toEqual({ gross, fee, net })
})
