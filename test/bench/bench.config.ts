import { defineConfig } from 'vitest/config'

/**
 * `npm run bench`: runs measurements one after another and apart from the tests, on an otherwise
 * idle computer.
 */
export default defineConfig({
  test: { include: ['test/bench/**/*.bench.ts'], fileParallelism: false, testTimeout: 600_000 },
})
