import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Chance } from '../properties/chance.ts'
import { expect, test } from './fixture.ts'

/** The number of kills in `npm run soak:kill`; `npm test` runs for a limited time instead. */
const KILLS = process.env['KILLS'] === undefined ? undefined : Number(process.env['KILLS'])
const BUDGET_MS = 10_000
const LEAST_KILLS = 5
/** The longest time from the first confirmed entry to the kill. */
const LONGEST_MS = 120
/** Seeds the moments of the kills; `ESCROWBOOK_SEED` repeats a run. */
const SEED = Number(process.env['ESCROWBOOK_SEED'] ?? Date.now() % 2 ** 31)

interface Confirmed {
  readonly position: number
  readonly entries: number
}

test('every confirmed entry survives, whenever the app is killed', async ({ launch, book }) => {
  test.setTimeout(60_000 + (KILLS ?? LEAST_KILLS) * 10_000)
  console.log(`  Seed ${SEED}`)
  const chance = new Chance(SEED)
  const ends = performance.now() + BUDGET_MS
  const isEnough = (kills: number): boolean =>
    KILLS === undefined ? kills >= LEAST_KILLS && performance.now() > ends : kills === KILLS
  let last: Confirmed = { position: 0, entries: 0 }
  let acknowledged = 0
  for (let kill = 0; ; kill++) {
    const app = await launch()
    const page = await app.firstWindow()
    await page.waitForFunction(() => 'escrowbook' in window)
    const found = await page.evaluate(async () => {
      const [told, verified] = [
        await window.escrowbook.query({ type: 'book' }),
        await window.escrowbook.query({ type: 'verify' }),
      ]
      return { told, verified }
    })
    // Beyond the confirmed entries there may be one more: the command that was running when the app
    // was killed.
    expect(found.verified).toMatchObject({ ok: true, value: { ok: true, problems: [] } })
    if (!found.told.ok) throw new Error(found.told.error.code)
    expect(found.told.value.entries - last.entries).toBeGreaterThanOrEqual(0)
    expect(found.told.value.entries - last.entries).toBeLessThanOrEqual(1)
    expect(found.told.value.readOnly).toBe(false)
    const lines = (await readFile(join(book, 'journal.ndjson'), 'utf8').catch(() => '')).split('\n').slice(0, -1)
    expect(lines.length - last.position).toBeLessThanOrEqual(1)
    last = { position: lines.length, entries: found.told.value.entries }
    if (isEnough(kill)) {
      const { entries } = found.told.value
      return console.log(`  ${kill} kills: ${acknowledged} entries acknowledged, ${entries} found, 0 lost`)
    }
    // Another process records each answer before the page goes on.
    await page.exposeFunction('confirm', (entry: number) => {
      // Each command writes one line here, so the number of an entry is that of its line.
      last = { position: entry, entries: entry }
      acknowledged += 1
    })
    await page.evaluate(() => {
      const { confirm } = window as unknown as { confirm: (entry: number) => Promise<void> }
      const stream = async (): Promise<void> => {
        for (;;) {
          const outcome = await window.escrowbook.execute({
            type: 'open-contract',
            title: 'T',
            client: 'A',
            freelancer: 'B',
            currency: 'USD',
            milestones: [],
          })
          if (!outcome.ok) throw new Error(outcome.error.code)
          await confirm(outcome.value.entry ?? 0)
        }
      }
      void stream()
    })
    await expect.poll(() => last.entries, { timeout: 10_000, intervals: [5] }).toBeGreaterThan(found.told.value.entries)
    await new Promise(resolve => setTimeout(resolve, chance.between(0, LONGEST_MS)))
    const gone = new Promise<void>(resolve => app.once('close', () => resolve()))
    app.process().kill('SIGKILL')
    await gone
  }
})
