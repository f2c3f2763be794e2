import { defineConfig } from 'vitest/config'

/** `npm run soak`: the same walks as in every test run, a million commands of them (`ESCROWBOOK_SOAK` says another number). */
export default defineConfig({
  test: {
    include: ['test/properties/engine.test.ts'],
    env: { ESCROWBOOK_SOAK: process.env['ESCROWBOOK_SOAK'] ?? '1000000' },
    teardownTimeout: 60_000,
  },
})
