import { expect, test } from 'vitest'
import { refusalOfMessage } from '../../../main/electron/ipc/plain-message.ts'

const variant = (message: unknown): string | undefined => refusalOfMessage(message)?.variant

test('plain data of any shape is passed on to the schemas', () => {
  for (const message of [
    undefined,
    null,
    0,
    'text',
    [],
    {},
    { a: [{ b: null }, true, 1.5, undefined] },
    Object.create(null),
  ])
    expect(variant(message)).toBeUndefined()
  expect(
    variant({
      milestones: Array.from({ length: 1_000 }, () => ({ title: 'x'.repeat(200), amount: 1, due: '2026-01-31' })),
    }),
  ).toBeUndefined()
  expect(variant({ text: 'x'.repeat(20_000_000) }), 'a long statement').toBeUndefined()
})

test.each([
  new Date(),
  new Map(),
  new Set(),
  new ArrayBuffer(8),
  new Uint8Array(8),
  /x/,
  new Error('x'),
  10n,
  Symbol('x'),
  () => 1,
  new (class Own {})(),
])('a message that is not plain data is refused, at any depth: %o', value => {
  expect(variant(value)).toBe('not-plain')
  expect(variant({ policy: [{ deep: value }] })).toBe('not-plain')
})

test('a message that is too large, too deep or endless is refused early', () => {
  let deep: unknown = 1
  for (let level = 0; level < 100_000; level++) deep = { deep }
  const round: Record<string, unknown> = {}
  round['round'] = round
  const wide = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`field ${index}`, 1]))
  for (const message of [
    deep,
    round,
    wide,
    new Array(10_000_000).fill(1),
    new Array(1e9),
    { text: 'x'.repeat(33_000_000) },
    { ['x'.repeat(33_000_000)]: 1 },
  ]) {
    const began = performance.now()
    expect(variant(message)).toBe('too-large')
    expect(performance.now() - began).toBeLessThan(1_000)
  }
})
