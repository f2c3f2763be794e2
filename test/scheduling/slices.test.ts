import { expect, test } from 'vitest'
import { Slices } from '../../main/scheduling/slices.ts'

function spend(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('other work runs once a slice is over, and not before', async () => {
  let turns = 0
  setImmediate(() => turns++)
  await new Slices(undefined, { sliceMs: 60_000 }).next()
  expect(turns).toBe(0)
  const slices = new Slices(undefined, { sliceMs: 5 })
  spend(6)
  await slices.next()
  expect(turns).toBe(1)
})

test('a new slice begins after each turn', async () => {
  const slices = new Slices(undefined, { sliceMs: 500, lookEvery: 1 })
  spend(501)
  expect(slices.areOver).toBe(true)
  await slices.next()
  expect(slices.areOver).toBe(false)
})

test('the clock is read once every `lookEvery` steps', () => {
  const slices = new Slices(undefined, { sliceMs: 0, lookEvery: 3 })
  expect(Array.from({ length: 6 }, () => slices.areOver)).toEqual([false, false, true, false, false, true])
})

test('aborted work rejects with the reason once its slice is over', async () => {
  const controller = new AbortController()
  const slices = new Slices(controller.signal, { sliceMs: 0 })
  controller.abort(new Error('cancelled'))
  await expect(slices.next()).rejects.toThrow('cancelled')
})
