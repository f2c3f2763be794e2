import { defineConfig } from 'vitest/config'

/**
 * `npm run soak:messages`: the same malformed messages as in every test run, a hundred thousand of
 * them and from another seed (`ESCROWBOOK_SEED` says which).
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
