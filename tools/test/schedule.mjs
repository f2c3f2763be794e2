import { broken } from './outcome.mjs'

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./outcome.mjs').Outcome} Outcome */
/**
 * A stage that has ended; `ran` is false if it could not start.
 * @typedef {{ stage: Stage, outcome: Outcome, ran: boolean, ms: number }} Ended
 */

/**
 * Runs stages, several at once, and goes on after a failure. They start in order, except that a
 * stage waits for the one in its `needs`, and a stage that is `alone` waits for all running ones. A
 * stage whose `needs` failed counts as failed without running, and so does one that throws.
 * @param {readonly Stage[]} stages
 * @param {{ atOnce: number, onEnd: (ended: Ended, running: string[]) => void }} options `onEnd` is
 * called as each stage ends, with the names of those that run now
 * @returns {Promise<Ended[]>} in the order of `stages`
 */
export async function runStages(stages, { atOnce, onEnd }) {
  /** @type {Map<Stage, Promise<Ended>>} */
  const running = new Map()
  /** @type {Map<string, Ended>} */
  const results = new Map()
  let waiting = [...stages]

  const mayStart = (/** @type {Stage} */ { needs }) =>
    needs === undefined || results.has(needs) || !stages.some(({ name }) => name === needs)
  const startAll = () => {
    for (const stage of waiting) {
      if (!mayStart(stage)) continue
      const alone = stage.alone || [...running.keys()].some(other => other.alone)
      if (running.size >= (alone ? 1 : atOnce)) break
      const failed = stage.needs !== undefined && results.get(stage.needs)?.outcome.failed
      running.set(stage, timed(stage, failed ? `Not run, because ${stage.needs} failed.` : undefined))
    }
    waiting = waiting.filter(stage => !running.has(stage))
  }

  startAll()
  while (running.size > 0) {
    const ended = await Promise.race(running.values())
    running.delete(ended.stage)
    results.set(ended.stage.name, ended)
    startAll()
    onEnd(
      ended,
      [...running.keys()].map(({ name }) => name),
    )
  }
  return stages.flatMap(({ name }) => results.get(name) ?? [])
}

/**
 * Runs one stage, unless there is a reason not to.
 * @param {Stage} stage
 * @param {string | undefined} reasonNot
 * @returns {Promise<Ended>}
 */
async function timed(stage, reasonNot) {
  const began = performance.now()
  const ran = reasonNot === undefined
  const outcome = ran ? await stage.run().catch(thrown) : broken(reasonNot)
  return { stage, outcome, ran, ms: performance.now() - began }
}

/** @param {unknown} error */
function thrown(error) {
  return broken(error instanceof Error ? error.message : String(error))
}

/**
 * The line printed when a stage ends: its counts, its time, and what is still running.
 * @param {Ended} ended
 * @param {string[]} running
 */
export function endLine({ stage, outcome, ms }, running) {
  const { passed, failed, skipped, note } = outcome
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ].join(', ')
  const noted = note === undefined ? '' : ` (${note})`
  const meanwhile = running.length === 0 ? '' : `; running: ${running.join(', ')}`
  return `${stage.name}: ${counts} in ${(ms / 1000).toFixed(1)} s${noted}${meanwhile}`
}
