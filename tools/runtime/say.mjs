/**
 * Reports progress. On stderr, because stdout carries the result.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`runtime: ${text}\n`)
}
