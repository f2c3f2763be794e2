import { fork } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compile } from '../../tools/compile.mjs'
import { closeBook, newFolder, OPENING, openBook, record, settledHealth } from './fixture.ts'

/** Answers that the parent may not have heard: on Windows any number, as pipes are queued. */
const MOST_UNHEARD = process.platform === 'win32' ? Number.POSITIVE_INFINITY : 1
const KILLS = Number(process.env['KILLS'] ?? 10)

interface Confirmed {
  readonly entries: number
  readonly head: string
  readonly position: number
}

let streamer: URL
beforeAll(async () => {
  streamer = (await compile('test-streamer', { streamer: 'test/book/children/streamer.ts' }))('streamer')
}, 60_000)

/**
 * Lets a child record until it is killed, `afterMs` milliseconds after it began; resolves with the
 * commands it confirmed.
 */
function killed(folder: string, afterMs: number): Promise<Confirmed[]> {
  const child = fork(streamer, [folder], { execArgv: [] })
  const confirmed: Confirmed[] = []
  return new Promise((resolve, reject) => {
    child.on('message', message => {
      const report = message as Confirmed | { readonly begun: number }
      if ('begun' in report) setTimeout(() => child.kill('SIGKILL'), afterMs)
      else confirmed.push(report)
    })
    child.on('error', reject)
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve(confirmed) : reject(new Error('the child ended by itself')),
    )
  })
}

/** The hash of each line of the journal, by its number from 1. */
function hashesIn(folder: string): string[] {
  const lines = readFileSync(join(folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n')
  return lines.map(line => (JSON.parse(line) as { hash: string }).hash)
}

test(
  `whenever a process is killed, everything it confirmed is there (${KILLS} times)`,
  async () => {
    const folder = newFolder()
    const first = await openBook(folder)
    await record(first, OPENING)
    await closeBook(first)
    let all = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const confirmed = await killed(folder, (kill * 37) % 90)
      // One start in three is from the journal alone, the others from the checkpoint.
      if (kill % 3 === 2 && existsSync(join(folder, 'book.json'))) rmSync(join(folder, 'book.json'))
      const book = await openBook(folder)
      const hashes = hashesIn(folder)
      for (const { head, position } of confirmed) expect(hashes[position - 1]).toBe(head)
      const last = confirmed.at(-1)
      if (last !== undefined) expect(book.info().position - last.position).toBeLessThanOrEqual(MOST_UNHEARD)
      expect(['ok', 'recovered']).toContain((await settledHealth(book)).state)
      expect(await book.verify()).toMatchObject({ ok: true })
      expect(book.info().readOnly).toBe(false)
      await closeBook(book)
      all += confirmed.length
    }
    expect(all).toBeGreaterThan(KILLS)
  },
  120_000 + KILLS * 2_000,
)
