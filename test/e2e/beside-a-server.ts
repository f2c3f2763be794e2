import { test as base, expect } from './fixture.ts'
import { countingServer } from './local-server.ts'

/** A test that attacks the app beside a server on this computer, which must never hear of it. */
export const test = base.extend<{ server: string }>({
  server: async ({ page }, use) => {
    await expect(page.getByRole('main')).toBeVisible()
    const server = await countingServer()
    await use(server.address)
    expect(server.hits(), 'connections that reached the server').toBe(0)
    await server.close()
  },
})

export { expect }
