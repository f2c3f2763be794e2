import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// Tests of what `npm run build` left in out/.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { include: ['test/built/**/*.test.ts'], passWithNoTests: false },
})
