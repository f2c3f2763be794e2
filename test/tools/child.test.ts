import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { capture, exists } from '../../tools/runtime/child.mjs'

const MODULE = join(import.meta.dirname, '../../tools/runtime/child.mjs')

test('a program that is not there is told at once, and does not hold up whoever asked for it', () => {
  const script = `const { capture, run } = await import(${JSON.stringify(MODULE)})
    console.log((await capture('no-such-program', [], { limitMs: 60_000 })).code, await run('no-such-program', [], { limitMs: 60_000 }))`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', timeout: 20_000 })
  expect({ stdout, signal }).toEqual({ stdout: '127 127\n', signal: null })
})

test('a program that takes too long is ended', async () => {
  const began = performance.now()
  expect((await capture(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { limitMs: 200 })).code).toBeNull()
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(await exists(process.execPath)).toBe(true)
})
