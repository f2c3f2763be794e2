// `npm run demo`: drives the built app through tools/demo/steps.mjs as a person would, and saves a
// numbered picture of each step to demo-pictures/.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { runSteps, STATEMENT } from './demo/run-steps.mjs'
import { steps } from './demo/steps.mjs'
import { openDisplay } from './display.mjs'
import { ROOT } from './program.mjs'
import { describeRuntime, readyRuntime } from './runtime/ready.mjs'

const pictures = join(ROOT, 'demo-pictures')

/** @returns {Promise<boolean>} true if every step passed */
async function demo() {
  const electron = await readyRuntime()
  console.log(`Runs on ${await describeRuntime(electron)}.`)
  await rm(pictures, { recursive: true, force: true })
  await mkdir(pictures, { recursive: true })
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-demo-'))
  const display = await openDisplay()
  try {
    const failure = await runSteps(steps, { electron, scratch, pictures, env: display.env })
    const where = relative(process.cwd(), pictures) || '.'
    if (failure === undefined) {
      await rm(scratch, { recursive: true, force: true })
      console.log(`Every step passed. The pictures are in ${where}/, the statement is ${join(where, STATEMENT)}`)
      return true
    }
    console.error(`\nThe demo stopped: the step “${failure.step}” failed.\n${failure.message}`)
    console.error(`The pictures so far are in ${where}/, the book is in ${join(scratch, 'book')}`)
    return false
  } finally {
    await display.stop()
  }
}

try {
  process.exitCode = (await demo()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
