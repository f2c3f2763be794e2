import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerError } from '../../../main/answers/refusal-answer.ts'
import { writeRefused } from '../../../main/book/faults/store-refusal.ts'
import { renamed } from '../../../main/book/folder/renaming.ts'
import { newFolder } from '../fixture.ts'

/** Two files, and a system on which another program holds one for a number of attempts. */
function heldFor(attempts: number, code: string, platform: NodeJS.Platform) {
  const folder = newFolder()
  mkdirSync(folder)
  const [from, to] = [join(folder, 'new'), join(folder, 'old')]
  writeFileSync(from, 'new')
  writeFileSync(to, 'old')
  let tried = 0
  const system = {
    platform,
    rename: (...paths: [string, string]) =>
      ++tried <= attempts
        ? Promise.reject(Object.assign(new Error(`${code}: held`), { code, syscall: 'rename' }))
        : rename(...paths),
  }
  return { from, to, system, tried: () => tried }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows a rename waits for a program that has the file: %s', async code => {
  const { from, to, system } = heldFor(4, code, 'win32')
  await renamed(from, to, system)
  expect(existsSync(from)).toBe(false)
  expect(readFileSync(to, 'utf8')).toBe('new')
})

test('after two seconds a rename says that another program has the file, and changes nothing', async () => {
  const { from, to, system } = heldFor(Number.POSITIVE_INFINITY, 'EPERM', 'win32')
  const began = performance.now()
  const problem: unknown = await renamed(from, to, system).catch((error: unknown) => error)
  expect(performance.now() - began).toBeGreaterThan(1_900)
  expect(performance.now() - began).toBeLessThan(6_000)
  expect(problem).toMatchObject({ code: 'EBUSY', syscall: 'rename' })
  const { message, hint } = answerError(writeRefused(problem, to).refusal, { locale: 'en', decimals: 2 })
  expect(`${message} ${hint}`).toContain(`${to} is open in another program.`)
  expect(`${message} ${hint}`).toContain('Close it in the other program, and try again.')
  expect(readFileSync(to, 'utf8')).toBe('old')
})

test.each([
  ['linux', 'EPERM'],
  ['win32', 'ENOSPC'],
] as const)('on %s a rename that fails with %s is not tried again', async (platform, code) => {
  const { from, to, system, tried } = heldFor(1, code, platform)
  await expect(renamed(from, to, system)).rejects.toMatchObject({ code })
  expect(tried()).toBe(1)
})
