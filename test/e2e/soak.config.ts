import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

// The test reads it while it loads, in this process and in the worker.
process.env['KILLS'] ??= '1000'

/**
 * `npm run soak:kill`: kills the real app a thousand times during its commands (`KILLS` sets
 * another number).
 */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'kill.spec.ts',
  globalSetup: './setup.ts',
  outputDir: '../../test-results',
})
