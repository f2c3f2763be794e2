// `npm test`: runs every stage, two at a time where possible, and goes on after a failure. Prints
// one line for each stage as it ends, and the total last. `npm test -- unit e2e` runs only the
// named stages.
import { availableParallelism } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { installOutsidePrograms } from './test/outside-programs.mjs'
import { endLine, runStages } from './test/schedule.mjs'
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

if (chosen.some(({ programs }) => programs)) console.log(`Outside programs: ${await installOutsidePrograms()}`)
/** @type {string[]} */
const advice = []
const ended = await runStages(chosen, {
  atOnce: Math.min(2, availableParallelism()),
  onEnd: (one, running) => {
    // Print a stage's output in one piece, so that the outputs of stages do not mix.
    console.log(endLine(one, running))
    if (one.outcome.failed === 0) return
    console.log(`\n${readable(one.outcome.output).trim()}\n`)
    if (one.ran) advice.push(`${one.stage.name} failed: ${one.stage.advice}.`)
  },
})

const all = ended.map(({ outcome }) => outcome)
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
