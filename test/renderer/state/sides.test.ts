import { expect, test } from 'vitest'
import { sideOf, sidesIn } from '../../../renderer/state/sides.ts'

const clients = { sides: { client: 2, freelancer: 0 } }
const freelancers = { sides: { client: 0, freelancer: 1 } }

test('contracts of one side speak as that side, whatever the usual one is', () => {
  expect(sideOf([freelancers], 'client')).toBe('freelancer')
  expect(sideOf([clients], 'freelancer')).toBe('client')
})

test('contracts of both sides, and none, speak as the usual side', () => {
  for (const usual of ['client', 'freelancer'] as const)
    for (const summary of [[], [clients, freelancers], [{ sides: { client: 1, freelancer: 1 } }]])
      expect(sideOf(summary, usual)).toBe(usual)
})

test('the sides of a book are those of its contracts, in all currencies', () => {
  expect(sidesIn([])).toEqual([])
  expect(sidesIn([freelancers])).toEqual(['freelancer'])
  expect(sidesIn([freelancers, clients])).toEqual(['client', 'freelancer'])
})
