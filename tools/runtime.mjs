// `npm run runtime`: prepares an Electron and prints its path to stdout; everything else goes to
// stderr.
import { readyRuntime } from './runtime/ready.mjs'
import { say } from './runtime/say.mjs'

try {
  console.log(await readyRuntime())
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
