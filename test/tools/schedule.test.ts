import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { broken, held } from '../../tools/test/outcome.mjs'
import { type Ended, endLine, runStages } from '../../tools/test/schedule.mjs'
import type { Stage } from '../../tools/test/stages.mjs'

type Outcome = Ended['outcome']

/** Stages that run until the test ends them, and what was started and ended so far, in order. */
class Rehearsal {
  readonly log: string[] = []
  readonly #ends = new Map<string, (outcome: Outcome | Error) => void>()

  stage(name: string, more: Partial<Stage> = {}): Stage {
    const run = () => {
      this.log.push(`${name} starts`)
      return new Promise<Outcome>((done, failed) => {
        this.#ends.set(name, outcome => (outcome instanceof Error ? failed(outcome) : done(outcome)))
      })
    }
    return { name, run, advice: `look at ${name}`, ...more }
  }

  run(stages: readonly Stage[], atOnce = 2): Promise<Ended[]> {
    return runStages(stages, {
      atOnce,
      onEnd: ({ stage, outcome }, running) =>
        this.log.push(`${stage.name} ${outcome.failed > 0 ? 'fails' : 'passes'}, running: ${running.join(' ')}`),
    })
  }

  /** Ends a stage, and returns what follows at once. */
  async end(name: string, outcome: Outcome | Error = held()): Promise<string[]> {
    const before = this.log.length
    this.#ends.get(name)?.(outcome)
    await new Promise(done => setImmediate(done))
    return this.log.slice(before)
  }
}

describe('the stages of npm test', () => {
  test('run two at a time in order, and each result is reported as soon as it is known', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('unit'), at.stage('lint'), at.stage('types')])
    expect(at.log).toEqual(['unit starts', 'lint starts'])
    expect(await at.end('lint', broken('a semicolon'))).toEqual(['types starts', 'lint fails, running: unit types'])
    expect(await at.end('types')).toEqual(['types passes, running: unit'])
    expect(await at.end('unit')).toEqual(['unit passes, running: '])
    expect((await all).map(({ stage, outcome }) => [stage.name, outcome.failed])).toEqual([
      ['unit', 0],
      ['lint', 1],
      ['types', 0],
    ])
  })

  test('run one by one on a machine with one core', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('unit'), at.stage('lint')], 1)
    expect(at.log).toEqual(['unit starts'])
    expect(await at.end('unit')).toEqual(['lint starts', 'unit passes, running: lint'])
    await at.end('lint')
    expect(await all).toHaveLength(2)
  })

  test('do not run at the same time as one that must be alone', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('unit'), at.stage('e2e', { alone: true }), at.stage('lint')])
    expect(at.log).toEqual(['unit starts'])
    expect(await at.end('unit')).toEqual(['e2e starts', 'unit passes, running: e2e'])
    expect(await at.end('e2e')).toEqual(['lint starts', 'e2e passes, running: lint'])
    await at.end('lint')
    expect(await all).toHaveLength(3)
  })

  test('wait for the stage they need, and do not run if it failed', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('build'), at.stage('built', { needs: 'build' }), at.stage('lint')])
    expect(at.log).toEqual(['build starts', 'lint starts'])
    expect(await at.end('build', broken('no such module'))).toEqual([
      'build fails, running: lint built',
      'built fails, running: lint',
    ])
    await at.end('lint')
    expect((await all).map(({ outcome, ran }) => [outcome.output, ran])).toEqual([
      ['no such module', true],
      ['Not run, because build failed.', false],
      ['', true],
    ])
  })

  test('run without the stage they need if only they were requested', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('built', { needs: 'build' })])
    await at.end('built')
    expect((await all)[0]).toMatchObject({ ran: true, outcome: { passed: 1 } })
  })

  test('fail with the message of an error that they throw', async () => {
    const at = new Rehearsal()
    const all = at.run([at.stage('e2e')])
    await at.end('e2e', new Error('no Electron starts'))
    expect((await all)[0]).toMatchObject({ ran: true, outcome: { failed: 1, output: 'no Electron starts' } })
  })

  test('are reported in one line: counts, time, note, and what still runs', () => {
    const stage = new Rehearsal().stage('e2e')
    const outcome: Outcome = { passed: 2, failed: 1, skipped: ['a'], titles: [], output: '', note: 'on Electron 33' }
    expect(endLine({ stage, outcome, ran: true, ms: 61_440 }, ['unit'])).toBe(
      'e2e: 2 passed, 1 FAILED, 1 skipped in 61.4 s (on Electron 33); running: unit',
    )
    expect(endLine({ stage, outcome: held(), ran: true, ms: 1_000 }, [])).toBe('e2e: 1 passed in 1.0 s')
  })

  test('with unknown names are refused by name, before anything runs', () => {
    const script = join(import.meta.dirname, '../../tools/test.mjs')
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'lint', 'lnit'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^There is no stage lnit; the stages are types, lint, .*e2e\.\n$/)
  })

  test('chosen by name run alone, and the last line is the total', () => {
    const script = join(import.meta.dirname, '../../tools/test.mjs')
    const { status, stdout } = spawnSync(process.execPath, [script, 'architecture'], { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^architecture: 1 passed in [\d.]+ s \(.*\)$/m)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 0 failed, 0 skipped')
  })
})
