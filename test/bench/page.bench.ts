import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { openDisplay } from '../../tools/display.mjs'
import { readyRuntime } from '../../tools/runtime/ready.mjs'
import { writeSampleBook } from '../../tools/sample-book/write.ts'
import { keepSamples } from './raw.ts'
import { percentile } from './store/samples.ts'
import { echoApp, openApp } from './windows.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CONTRACTS = 10_000
const ROUNDS = 5
const CALLS_A_ROUND = 10
const PAUSE_MS = 250

/** The bridge of either page: calls by name, each with one message. */
type Caller = Record<string, Record<string, (message: unknown) => Promise<unknown>>>

/**
 * Runs calls one after another in the page and returns the milliseconds of each. The next call
 * waits until the screen has followed the last one, as a person does.
 */
function timed(page: Page, host: string, call: string, messages: readonly object[]): Promise<number[]> {
  return page.evaluate(
    async ({ host, call, messages, pauseMs }) => {
      const ask = (window as unknown as Caller)[host]?.[call]
      if (ask === undefined) throw new Error(`no ${host}.${call}`)
      const taken: number[] = []
      for (const message of messages) {
        const begun = performance.now()
        const answer = await ask(message)
        taken.push(performance.now() - begun)
        await new Promise(resolve => setTimeout(resolve, pauseMs))
        if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok !== true)
          throw new Error(JSON.stringify(answer))
      }
      return taken
    },
    { host, call, messages, pauseMs: PAUSE_MS },
  )
}

test('a page’s waiting times: a command compared with an echo and a bare append, a query of 100 rows compared with an echo', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-page-'))
  const display = await openDisplay()
  try {
    const electron = await readyRuntime()
    const book = join(scratch, 'book')
    const { entries } = await writeSampleBook(book, { contracts: CONTRACTS, seed: 1 })
    const echo = await openApp(electron, await echoApp(scratch), [`--user-data-dir=${join(scratch, 'echo-data')}`], {
      ...display.env,
      ECHO_FILE: join(scratch, 'bare'),
    })
    const app = await openApp(
      electron,
      ROOT,
      [`--user-data-dir=${join(scratch, 'data')}`, `--book=${book}`],
      display.env,
      20_000,
    )
    const contractId = await app.page.evaluate(async () => {
      const { escrowbook } = window as unknown as {
        escrowbook: { execute(command: object): Promise<{ value: { contractId: string } }> }
      }
      const parties = { client: 'A', freelancer: 'B', currency: 'USD' }
      const opened = await escrowbook.execute({
        type: 'open-contract',
        title: 'Measured',
        ...parties,
        milestones: [{ title: 'All', amount: 1_000_000_000 }],
      })
      await escrowbook.execute({ type: 'fund-milestone', contractId: opened.value.contractId, milestoneId: 'M1' })
      // The list asks again after each change, and that query is not part of the measurement.
      location.hash = '#/planner'
      return opened.value.contractId
    })
    const release = { type: 'release', contractId, milestoneId: 'M1', amount: 1 }
    const many = <T>(make: (turn: number) => T): T[] => Array.from({ length: CALLS_A_ROUND }, (_, turn) => make(turn))
    const times: Record<string, number[]> = { execute: [], echoAndAppend: [], echo: [], ledger: [], contracts: [] }
    for (let round = -1; round < ROUNDS; round++) {
      const taken = {
        execute: await timed(
          app.page,
          'escrowbook',
          'execute',
          many(() => release),
        ),
        echoAndAppend: await timed(
          echo.page,
          'peer',
          'append',
          many(() => release),
        ),
        ledger: await timed(
          app.page,
          'escrowbook',
          'query',
          many(turn => ({ type: 'ledger', offset: ((round + 2) * 997 + turn * 4_001) % (entries - 100), limit: 100 })),
        ),
        contracts: await timed(
          app.page,
          'escrowbook',
          'query',
          many(turn => ({ type: 'contracts', sort: { by: 'nextDeadline' }, offset: turn * 300, limit: 100 })),
        ),
        echo: await timed(
          echo.page,
          'peer',
          'echo',
          many(() => ({ type: 'ledger', offset: 100, limit: 100 })),
        ),
      }
      if (round >= 0) for (const [name, samples] of Object.entries(taken)) times[name]?.push(...samples)
    }
    await echo.close()
    await app.close()
    await keepSamples('page', times)
    const at = (name: string, share = 0.5): number => percentile(times[name] ?? [], share)
    const ratio = (one: string, other: string): string => `${one} : ${other} = ${(at(one) / at(other)).toFixed(2)}`
    const figures = Object.keys(times).map(name => `${name} ${at(name).toFixed(2)} / ${at(name, 0.99).toFixed(2)} ms`)
    console.log(`${figures.join(', ')} (p50 / p99 of ${ROUNDS * CALLS_A_ROUND})`)
    console.log([ratio('execute', 'echoAndAppend'), ratio('ledger', 'echo'), ratio('contracts', 'echo')].join(', '))
    expect(times['execute']?.length).toBe(ROUNDS * CALLS_A_ROUND)
  } finally {
    await display.stop()
    await rm(scratch, { recursive: true, force: true })
  }
})
