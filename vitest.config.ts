import { defineConfig } from 'vitest/config'

/** Tests whose modules keep what they saw of a page, a language or a clock. */
const OF_A_WORLD = [
  'test/renderer/**/*.test.ts',
  'test/shared/words/*.test.ts',
  'test/electron/{*,place/*,reminders/*}.test.ts',
]

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Random walks over real folders take seconds, and several times that on a busy computer.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'of a world of their own', include: OF_A_WORLD } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          // The real app, what is in its build and the measurements have runners of their own.
          exclude: ['test/e2e/**', 'test/built/**', 'test/bench/**', ...OF_A_WORLD],
          // To load the engine and the store anew for every file took longer than the tests.
          isolate: false,
        },
      },
    ],
  },
})
