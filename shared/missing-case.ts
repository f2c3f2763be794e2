/**
 * Ends an exhaustive switch: tsc refuses the call if a case is missing. Throws an Error, for values
 * that came from outside the types.
 */
export function missingCase(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`)
}
