import type { Chance } from './chance.ts'
import type { Said } from './scene.ts'

const WRONG_VALUES = [
  null,
  '',
  '   ',
  'text',
  1.5,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  true,
  [],
  {},
  '2026-02-30',
  '2026-2-3',
  'x'.repeat(2_001),
]
const AMOUNT_FIELDS = ['amount', 'fee', 'budget', 'release', 'refund']
const DAY_FIELDS = ['on', 'due']

const withOne = (command: Said, fields: readonly string[], value: unknown, chance: Chance): Said => {
  const present = fields.filter(field => field in command)
  return { ...command, [chance.pick(present.length > 0 ? present : fields)]: value }
}

/**
 * A command of a wrong shape: a field missing, unknown, of another type or out of range; or no
 * command at all.
 */
export function spoiled(command: Said, chance: Chance): unknown {
  return chance.weighted<() => unknown>([
    [4, () => withOne(command, Object.keys(command), chance.pick(WRONG_VALUES), chance)],
    [3, () => withOne(command, AMOUNT_FIELDS, chance.pick([0.5, 10.5, Number.NaN, 1e300]), chance)],
    [
      3,
      () =>
        withOne(
          command,
          DAY_FIELDS,
          chance.pick(['2026-02-30', '2025-02-29', '26-1-1', '2026-13-01', 'today', '2026-01-01T00:00:00Z']),
          chance,
        ),
    ],
    [
      2,
      () =>
        Object.fromEntries(
          Object.entries(command).filter((_, index, all) => index !== chance.between(0, all.length - 1)),
        ),
    ],
    [2, () => ({ ...command, surprise: 1 })],
    [
      1,
      () => ({
        ...command,
        policy: {
          [chance.pick([
            'reviewDays',
            'clientFeeBp',
            'clientFeeLeast',
            'freelancerFeeMost',
            'minimum',
            'contractFee',
            'colour',
          ])]: chance.pick([-1, 1.5, 1e13, 'x']),
        },
      }),
    ],
    [1, () => chance.pick<unknown>([null, undefined, 7, 'release', [], {}, { type: 'transfer' }])],
  ])()
}
