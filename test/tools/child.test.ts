import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { capture, exists } from '../../tools/runtime/child.mjs'

const MODULE = join(import.meta.dirname, '../../tools/runtime/child.mjs')

test('a missing program is reported at once, and does not keep the caller alive', () => {
  const script = `const { capture, run } = await import(${JSON.stringify(MODULE)})
    console.log((await capture('no-such-program', [], { limitMs: 60_000 })).code, await run('no-such-program', [], { limitMs: 60_000 }))`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect({ stdout, signal }).toEqual({ stdout: '127 127\n', signal: null })
})

test('a program that exceeds its limit is killed', async () => {
  const began = performance.now()
  expect((await capture(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { limitMs: 200 })).code).toBeNull()
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(await exists(process.execPath)).toBe(true)
})

test('a child in its own process group gets a signal from both the terminal and npm only once, and its exit code is returned', async () => {
  if (process.platform === 'win32') return
  const counting = `let heard = 0; process.on('SIGINT', () => { if (++heard === 1) setTimeout(() => process.exit(40 + heard), 500) }); console.log('ready'); setInterval(() => {}, 1e6)`
  const script = `const { spawn } = await import('node:child_process'); const { endedWithThis } = await import(${JSON.stringify(MODULE)})
    process.exitCode = await endedWithThis(spawn(process.execPath, ['--eval', ${JSON.stringify(counting)}], { stdio: 'inherit', detached: true }))`
  const starting = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await once(starting.stdout, 'data')
  process.kill(-(starting.pid ?? 0), 'SIGINT')
  starting.kill('SIGINT')
  expect(await once(starting, 'close')).toEqual([41, null])
})
