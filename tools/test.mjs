// `npm test`: runs every stage in order, even after a failure; the last line is the total.
// `npm test -- unit e2e` runs only the named stages.
import { stripVTControlCharacters } from 'node:util'
import { broken } from './test/outcome.mjs'
import { installOutsidePrograms } from './test/outside-programs.mjs'
import { allowedSkips, judgeSkips, SKIPS_FILE } from './test/skips.mjs'
import { stages } from './test/stages.mjs'

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !stages.some(stage => stage.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}; the stages are ${stages.map(stage => stage.name).join(', ')}.`,
  )
  process.exit(2)
}
const chosen = wanted.length === 0 ? stages : stages.filter(stage => wanted.includes(stage.name))

console.log(`Outside programs: ${await installOutsidePrograms()}`)
/** @type {Map<string, import('./test/outcome.mjs').Outcome>} */
const outcomes = new Map()
/** @type {string[]} */
const advice = []
for (const stage of chosen) {
  process.stdout.write(`${stage.name} … `)
  const began = Date.now()
  const outcome = await outcomeOf(stage)
  outcomes.set(stage.name, outcome)
  const { passed, failed, skipped, note } = outcome
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ]
  console.log(
    `${counts.join(', ')} in ${((Date.now() - began) / 1000).toFixed(1)} s${note === undefined ? '' : ` (${note})`}`,
  )
  if (failed > 0) {
    console.log(`\n${readable(outcome.output).trim()}\n`)
    if (couldRun(stage)) advice.push(`${stage.name} failed: ${stage.advice}.`)
  }
}

const all = [...outcomes.values()]
const skipped = all.flatMap(outcome => outcome.skipped)
const allowed = await allowedSkips()
const { withoutLeave, stale } = judgeSkips(
  allowed,
  skipped,
  all.flatMap(outcome => outcome.titles),
)
for (const title of skipped)
  console.log(
    `skipped: ${title}${withoutLeave.includes(title) ? '' : ` (${allowed.find(one => one.title === title)?.why})`}`,
  )
for (const title of withoutLeave)
  advice.push(`“${title}” was skipped and ${SKIPS_FILE} does not name it: make it run, or name it there with a reason.`)
// Only a complete run has seen every title.
const forgotten = wanted.length === 0 && all.every(outcome => outcome.failed === 0) ? stale : []
for (const title of forgotten) advice.push(`${SKIPS_FILE} names “${title}”, which is not a test: remove it.`)

for (const line of advice) console.log(line)
const passed = all.reduce((sum, outcome) => sum + outcome.passed, 0)
// A skip that is not allowed counts as failed, not as skipped.
const failed = all.reduce((sum, outcome) => sum + outcome.failed, 0) + withoutLeave.length + forgotten.length
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed, ${skipped.length - withoutLeave.length} skipped`)

/**
 * Drops colour codes unless stdout is a terminal.
 * @param {string} output
 */
function readable(output) {
  return process.stdout.isTTY ? output : stripVTControlCharacters(output)
}

/** @param {import('./test/stages.mjs').Stage} stage */
function couldRun({ needs }) {
  return needs === undefined || !outcomes.get(needs)?.failed
}

/** @param {import('./test/stages.mjs').Stage} stage */
async function outcomeOf(stage) {
  if (!couldRun(stage)) return broken(`Not run, because ${stage.needs} failed.`)
  try {
    return await stage.run()
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error))
  }
}
