import { defineConfig } from 'vitest/config'

/** Tests whose modules keep state of a page, a language or a clock. */
const ISOLATED = [
  'test/renderer/**/*.test.ts',
  'test/shared/words/*.test.ts',
  'test/electron/{*,place/*,reminders/*}.test.ts',
]

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Random walks over real folders take seconds, and several times that on a busy machine.
    testTimeout: 30_000,
    // By itself vitest leaves one core to others: on two cores the tests took twice as long.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          // The real app, the built output and the benchmarks have their own runners.
          exclude: ['test/e2e/**', 'test/built/**', 'test/bench/**', ...ISOLATED],
          // Loading the engine and the store again for every file took longer than the tests.
          isolate: false,
        },
      },
    ],
  },
})
