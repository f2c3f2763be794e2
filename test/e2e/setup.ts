import { openDisplay } from '../../tools/display.mjs'
import { describeRuntime, readyRuntime } from '../../tools/runtime/ready.mjs'

/** Makes an Electron and a display ready once for all tests; the fixture reads them from the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const electron = await readyRuntime()
  process.env['ESCROWBOOK_ELECTRON'] = electron
  console.log(`Runs on ${await describeRuntime(electron)}.`)
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  return display.stop
}
