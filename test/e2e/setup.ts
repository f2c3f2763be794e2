import { describeRuntime, readyRuntime } from '../../tools/runtime/ready.mjs'

/** Prepares Electron once for all tests; the fixture reads its path from the environment. */
export default async function setup(): Promise<void> {
  const electron = await readyRuntime()
  process.env['ESCROWBOOK_ELECTRON'] = electron
  console.log(`Runs on ${await describeRuntime(electron)}.`)
}
