import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { launchFlags } from '../../tools/launch-flags.mjs'
import { electronPath } from './electron-path.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/**
 * Starts the app a second time, as a person would. Resolves to the exit code of that second
 * process.
 */
export function startAgain(scratch: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number | null> {
  const again = spawn(
    electronPath(),
    [ROOT, ...launchFlags(), `--user-data-dir=${join(scratch, 'userData')}`, ...args],
    {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    },
  )
  return new Promise(done => again.once('close', done))
}
