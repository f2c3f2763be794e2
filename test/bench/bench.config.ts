import { defineConfig } from 'vitest/config'

/**
 * `npm run bench`: measurements, one after another and apart from the tests, since they need a calm
 * computer.
 */
export default defineConfig({
  test: { include: ['test/bench/**/*.bench.ts'], fileParallelism: false, testTimeout: 600_000 },
})
