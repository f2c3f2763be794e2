import { describeRuntime, readyRuntime } from '../../tools/runtime/ready.mjs'

/**
 * Makes an Electron ready once for all tests; the fixture reads where it is from the environment.
 */
export default async function setup(): Promise<void> {
  const electron = await readyRuntime()
  process.env['ESCROWBOOK_ELECTRON'] = electron
  console.log(`Runs on ${await describeRuntime(electron)}.`)
}
