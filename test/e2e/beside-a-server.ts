import { join } from 'node:path'
import { test as base, expect } from './fixture.ts'
import { countingServer } from './local-server.ts'
import { outwardIn } from './net-log.ts'

/**
 * A test that attacks the app while a server runs on this computer, which must never be contacted.
 * Chromium logs its network activity throughout.
 */
export const test = base.extend<{ server: string }>({
  app: async ({ launch, scratch }, use) => {
    const log = join(scratch, 'net-log.json')
    const app = await launch({ args: [`--log-net-log=${log}`] })
    await use(app)
    await app.close()
    expect(await outwardIn(log), 'what Chromium did towards other computers').toEqual([])
  },
  // The errors with which the attacks are refused.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  expectedErrors: async ({}, use) => use([/./]),
  server: async ({ page }, use) => {
    await expect(page.getByRole('main')).toBeVisible()
    const server = await countingServer()
    await use(server.address)
    expect(server.hits(), 'connections and datagrams that reached the server').toBe(0)
    await server.close()
  },
})

export { expect }
