import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

// The test reads it where it is loaded, in this process and in the one that runs it.
process.env['KILLS'] ??= '1000'

/**
 * `npm run soak:kill`: the real app is killed a thousand times in the middle of its commands
 * (`KILLS` says another number).
 */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'kill.spec.ts',
  globalSetup: './setup.ts',
  outputDir: '../../test-results',
})
