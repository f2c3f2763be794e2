/**
 * `npm run mutation`: changes the rules and the money module in small ways and looks whether the
 * examples or 500 random commands notice. Runs in the project's root. ESCROWBOOK_MUTATE narrows it
 * to some files (a glob), while one works on them.
 */
export default {
  mutate: (process.env['ESCROWBOOK_MUTATE'] ?? 'main/escrow/**/*.ts,shared/money/money.ts').split(','),
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // One at a time by default: what is measured in seconds here runs into its time limit on a
  // computer that is busy with something else.
  concurrency: Number(process.env['ESCROWBOOK_MUTATION_WORKERS'] ?? 1),
  timeoutMS: 20_000,
  // Only what the engine and its tests are made of: the sandbox is a copy.
  ignorePatterns: [
    '/*',
    '!/main',
    '!/shared',
    '!/test',
    '/test/mutation/node_modules',
    '/test/e2e',
    '!/package.json',
    '!/tsconfig.json',
  ],
  tempDirName: 'test-results/mutation-sandbox',
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  htmlReporter: { fileName: 'test-results/mutation/report.html' },
  thresholds: { high: 95, low: 90, break: 90 },
}
