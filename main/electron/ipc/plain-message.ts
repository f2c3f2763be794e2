import type { Refusal } from '../../../shared/contract/refusals.ts'

/** The maximum number of values in a message, well above a contract with 1 000 milestones. */
const MOST_VALUES = 200_000
/**
 * The maximum number of characters in all texts and field names of a message. The longest are bank
 * statements.
 */
const MOST_CHARACTERS = 32_000_000
/** The maximum depth of a message; our own have at most four levels. */
const MOST_LEVELS = 16

/**
 * Checks, before any schema sees it, that a message is plain data of an acceptable size: strings,
 * numbers, booleans, lists, and objects of these. A page can also send dates, maps or buffers,
 * which a schema might take for an empty object. Returns undefined if it is, else a `bad-input`
 * refusal.
 */
export function refusalOfMessage(message: unknown): Refusal | undefined {
  const left = { values: MOST_VALUES, characters: MOST_CHARACTERS }
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value: message, level: 0 }]
  // Iterative: recursion would overflow on a deeply nested message.
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, level } = next
    if (--left.values < 0 || level > MOST_LEVELS) return badInput('too-large')
    if (typeof value === 'string') left.characters -= value.length
    else if (Array.isArray(value)) {
      if (value.length > left.values) return badInput('too-large')
      for (const item of value) pending.push({ value: item, level: level + 1 })
    } else if (typeof value === 'object' && value !== null) {
      if (!isPlainObject(value)) return badInput('not-plain')
      const names = Object.keys(value)
      if (names.length > left.values) return badInput('too-large')
      for (const name of names) {
        left.characters -= name.length
        pending.push({ value: Reflect.get(value, name), level: level + 1 })
      }
    } else if (!PLAIN_TYPES.has(typeof value)) return badInput('not-plain')
    if (left.characters < 0) return badInput('too-large')
  }
  return undefined
}

const PLAIN_TYPES: ReadonlySet<string> = new Set(['number', 'boolean', 'undefined', 'object'])

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function badInput(variant: 'too-large' | 'not-plain'): Refusal {
  return { code: 'bad-input', variant, params: {} }
}
