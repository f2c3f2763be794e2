import type { CommandInput } from '../../../shared/api/app-commands.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import type { Chance } from '../../properties/chance.ts'

/** A message that our page never sends, the call it goes to, and its fault in words. */
export interface Malformed {
  readonly call: 'execute' | 'query'
  readonly message: unknown
  readonly wrong: string
}

/** Texts that programs have taken for a path, a command, a formula, a format or markup. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="marked = 1">',
  '"><script>marked = 1</script>',
  '../../x',
  '..\\..\\x',
  '/etc/passwd',
  'file:///etc/passwd',
  "=cmd|'/c calc'!A1",
  '@SUM(1+1)',
  '+1+1',
  '-1+1',
  '\tTab',
  'a\0b',
  'line\nbreak\r\nand more',
  '\u202Etxt.exe',
  '\u2066isolated\u2069',
  '{name} {Field, plural, one {#} other {#}}',
  '%s%n%d',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be taken as it stands.
  '${7*7}',
  '$(reboot)',
  '; rm -rf ~',
  '`id`',
  "'; DROP TABLE book; --",
  '\uD800',
  '👩‍👩‍👧‍👦é\u0301',
]

const NAMES_OF_OBJECTS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  '0',
  '',
]
const LONG = 'x'.repeat(100_000)

// None of these is valid as a message or as any of its fields, since none has the right type.
const WRONG_VALUES: readonly unknown[] = [
  { type: 'release' },
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1.5,
  -0.1,
  10n,
  new Date(0),
  new Map(),
  new Set([1]),
  new ArrayBuffer(8),
  /x/,
]
const DAY = /^\d{4}-\d\d-\d\d$/
const NO_DAYS = [
  '',
  'today',
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '31.01.2026',
  ' 2026-01-31',
  '2026-01-31T00:00:00Z',
  '20260-01-01',
  '-2026-01-01',
  '２０２６-01-31',
]
const NO_MESSAGES: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  '',
  'summary',
  [],
  [{ type: 'summary' }],
  [null],
  ...WRONG_VALUES.slice(1),
]

/**
 * One malformed message: a valid one of `commands` or `queries` with one fault. The fault is
 * invalid under any rules, so none may be accepted.
 */
export function malformed(
  chance: Chance,
  commands: readonly CommandInput[],
  queries: readonly QueryInput[],
): Malformed {
  const call = chance.pick(['execute', 'query'] as const)
  const honest = structuredClone(chance.pick<object>(call === 'execute' ? commands : queries))
  const kind = chance.pick(Object.keys(SPOILING) as (keyof typeof SPOILING)[])
  return { call, ...SPOILING[kind](chance, honest) }
}

type Spoil = (chance: Chance, honest: object) => Omit<Malformed, 'call'>

const SPOILING = {
  nothing: chance => ({ message: chance.pick(NO_MESSAGES), wrong: 'it is no message' }),
  type: (chance, honest) => {
    const type = chance.pick<unknown>([
      undefined,
      null,
      7,
      {},
      [],
      ['release'],
      '',
      'RELEASE',
      'release ',
      LONG,
      ...NAMES_OF_OBJECTS,
      ...HOSTILE_TEXTS,
    ])
    return { message: { ...honest, type }, wrong: `its type is ${String(type).slice(0, 30)}` }
  },
  'unknown field': (chance, honest) => {
    const place = chance.pick(placesIn(honest))
    const name = chance.pick([...NAMES_OF_OBJECTS, ...HOSTILE_TEXTS, LONG, 'Amount', 'contractid'])
    // Defined, not assigned: `__proto__` must be an own property, as a message may have it.
    Object.defineProperty(place, name, {
      value: chance.pick([1, 'x', null, {}, { polluted: true }]),
      enumerable: true,
      configurable: true,
      writable: true,
    })
    return { message: honest, wrong: `it has a field ${name.slice(0, 30)}` }
  },
  'wrong value': (chance, honest) => {
    const place = chance.pick(placesIn(honest))
    const name = chance.pick(Object.keys(place))
    const value = chance.pick([...WRONG_VALUES, wrongKind(Reflect.get(place, name))])
    Reflect.set(place, name, value)
    return { message: honest, wrong: `${name} is ${typeof value} ${describe(value)}` }
  },
  'bad day': (chance, honest) => {
    const places = placesIn(honest).flatMap(place =>
      Object.entries(place).flatMap(([name, value]) => (DAY.test(String(value)) ? { place, name } : [])),
    )
    const { place, name } = places.length > 0 ? chance.pick(places) : { place: honest, name: 'on' }
    const day = chance.pick(NO_DAYS)
    Reflect.set(place, name, day)
    return { message: honest, wrong: `${name} is ${day}` }
  },
  'too much': (chance, honest) => {
    const [value, wrong] = chance.pick<readonly [unknown, string]>([
      [LONG, 'a text of 100 000 characters'],
      [deep(5_000), 'five thousand levels'],
      [Array.from({ length: 5_000 }, () => ({ title: 'x', amount: 1 })), 'five thousand milestones'],
    ])
    return {
      message: {
        ...honest,
        [chance.pick(['title', 'milestones', 'contractId', 'note', 'search', 'policy', 'command', 'type'])]: value,
      },
      wrong,
    }
  },
} satisfies Record<string, Spoil>

/**
 * The objects in a message that have fields: itself, its milestones, its policy, the command it
 * previews.
 */
function placesIn(message: object): object[] {
  const below = Object.values(message)
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(value => typeof value === 'object' && value !== null)
  return [message, ...below.flatMap(placesIn)]
}

/** A value of another type, which is not valid in this one's place. */
function wrongKind(value: unknown): unknown {
  return typeof value === 'string' ? 7 : 'seven'
}

function describe(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
}

function deep(levels: number): unknown {
  let inner: unknown = 1
  for (let level = 0; level < levels; level++) inner = { inner }
  return inner
}
