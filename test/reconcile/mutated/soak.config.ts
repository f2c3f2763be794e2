import { defineConfig } from 'vitest/config'

/**
 * `npm run soak:statements`: a hundred thousand of the mutated statements of every test run, from
 * another seed (`ESCROWBOOK_SEED` sets it).
 */
export default defineConfig({
  test: {
    include: ['test/reconcile/mutated/mutated-files.test.ts'],
    env: {
      ESCROWBOOK_FILES: process.env['ESCROWBOOK_FILES'] ?? '100000',
      ESCROWBOOK_SEED: process.env['ESCROWBOOK_SEED'] ?? String(Date.now() % 1_000_000),
    },
  },
})
