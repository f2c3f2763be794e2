import { describe, expect, test } from 'vitest'
import { counted } from '../../tools/test/outcome.mjs'
import { playwrightResults } from '../../tools/test/playwright-results.mjs'
import { judgeSkips } from '../../tools/test/skips.mjs'
import { vitestResults } from '../../tools/test/vitest-results.mjs'

describe('counting the runners’ results', () => {
  test('vitest: every state, and a file that failed to load', () => {
    const one = (title: string, status: string) => ({ ancestorTitles: ['outer', 'inner'], title, status })
    const file = {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [one('holds', 'passed'), one('breaks', 'failed'), one('waits', 'todo')],
    }
    expect(
      vitestResults({ testResults: [file, { name: 'b.test.ts', status: 'failed', assertionResults: [] }] }),
    ).toEqual([
      { title: 'outer › inner › holds', state: 'passed' },
      { title: 'outer › inner › breaks', state: 'failed' },
      { title: 'outer › inner › waits', state: 'skipped' },
      { title: 'b.test.ts', state: 'failed' },
    ])
  })
  test('playwright: nested suites, and a flaky test counts as failed', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
    const inner = { title: 'inner', specs: [spec('wavers', 'flaky'), spec('waits', 'skipped')] }
    expect(
      playwrightResults({ suites: [{ title: 'a.spec.ts', specs: [spec('holds', 'expected')], suites: [inner] }] }),
    ).toEqual([
      { title: 'holds', state: 'passed' },
      { title: 'inner › wavers', state: 'failed' },
      { title: 'inner › waits', state: 'skipped' },
    ])
  })
  test('a runner without tests, or with a failing exit code but no failed test, counts as failed', () => {
    expect(counted([], { code: 0, output: '' })).toMatchObject({ passed: 0, failed: 1 })
    expect(counted([{ title: 'holds', state: 'passed' }], { code: 1, output: '' })).toMatchObject({
      passed: 1,
      failed: 1,
    })
    expect(counted([{ title: 'holds', state: 'passed' }], { code: 0, output: '' })).toMatchObject({
      passed: 1,
      failed: 0,
    })
  })
  test('a skip must be allowed by its full title, and an allowance must name a test', () => {
    const allowed = [
      { title: 'a › b', why: 'not everywhere' },
      { title: 'gone', why: 'once' },
    ]
    expect(judgeSkips(allowed, ['a › b', 'b'], ['a › b', 'b', 'c'])).toEqual({ withoutLeave: ['b'], stale: ['gone'] })
  })
})
