import { defineConfig } from 'vitest/config'

/**
 * `npm run soak:rules`: the walks of every test run with a million commands (or `ESCROWBOOK_SOAK`),
 * and a recording process killed a thousand times (or `KILLS`).
 */
export default defineConfig({
  test: {
    include: ['test/properties/engine.test.ts', 'test/book/kill.test.ts'],
    env: { ESCROWBOOK_SOAK: process.env['ESCROWBOOK_SOAK'] ?? '1000000', KILLS: process.env['KILLS'] ?? '1000' },
    teardownTimeout: 60_000,
  },
})
