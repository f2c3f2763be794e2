/**
 * Tells the person what is going on. On stderr, because stdout carries the answer.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`runtime: ${text}\n`)
}
