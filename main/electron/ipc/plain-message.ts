import type { Refusal } from '../../../shared/contract/refusals.ts'

/**
 * The most texts, numbers and lists a message may be made of; far more than a contract of 1 000
 * milestones is.
 */
const MOST_VALUES = 200_000
/**
 * The most characters in all its texts and field names together. A statement of a bank is the
 * longest there is.
 */
const MOST_CHARACTERS = 32_000_000
/** The deepest a message may be nested; our own go to four. */
const MOST_LEVELS = 16

/**
 * Checks that a message is plain data of an accepted size: strings, numbers, booleans, lists, and
 * objects of these, before any schema sees it. A page can also send dates, maps or buffers, which a
 * schema may take for an empty object. Returns undefined if it is, else a `bad-input` refusal.
 */
export function refusalOfMessage(message: unknown): Refusal | undefined {
  const left = { values: MOST_VALUES, characters: MOST_CHARACTERS }
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value: message, level: 0 }]
  // By hand and not by calls within calls, which a message nested deep enough would break.
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
