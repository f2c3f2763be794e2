import { defineConfig } from 'vitest/config'

/**
 * `npm run soak:rules`: the same walks as in every test run, a million commands of them
 * (`ESCROWBOOK_SOAK` says another number), and a recording process killed a thousand times
 * (`KILLS`).
 */
export default defineConfig({
  test: {
    include: ['test/properties/engine.test.ts', 'test/book/kill.test.ts'],
    env: { ESCROWBOOK_SOAK: process.env['ESCROWBOOK_SOAK'] ?? '1000000', KILLS: process.env['KILLS'] ?? '1000' },
    teardownTimeout: 60_000,
  },
})
