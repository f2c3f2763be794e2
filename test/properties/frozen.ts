/**
 * The value, frozen to the bottom. What is frozen already is taken to be so throughout, so that
 * shared parts cost nothing.
 */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
