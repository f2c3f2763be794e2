import { defineConfig } from 'vitest/config'

/**
 * `npm run soak:messages`: a hundred thousand of the malformed messages of every test run, from
 * another seed (`ESCROWBOOK_SEED` sets it).
 */
export default defineConfig({
  test: {
    include: ['test/electron/ipc/malformed-messages.test.ts'],
    env: {
      ESCROWBOOK_MESSAGES: '100000',
      ESCROWBOOK_SEED: process.env['ESCROWBOOK_SEED'] ?? String(Date.now() % 1_000_000),
    },
  },
})
