import { defineConfig } from 'vitest/config'

/** What mutated code is tried with: the examples of the rules and of money, and 500 random commands, always the same ones. */
export default defineConfig({
  test: {
    include: ['test/escrow/**/*.test.ts', 'test/shared/**/*.test.ts', 'test/properties/{engine,kept-failures}.test.ts'],
    env: { ESCROWBOOK_SOAK: '500', ESCROWBOOK_SEED: '350', ESCROWBOOK_SHORTEN: 'no' },
  },
})
