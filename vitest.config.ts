import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The real app and the measurements have runners of their own.
    exclude: ['test/e2e/**', 'test/bench/**'],
    passWithNoTests: false,
    // Random walks over real folders take seconds, and several times that on a busy computer.
    testTimeout: 30_000,
  },
})
