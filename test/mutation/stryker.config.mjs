/**
 * `npm run mutation`: mutates the rules and the money module and checks that the examples or 500
 * random commands fail. Run it in the project's root. ESCROWBOOK_MUTATE limits it to some files (a
 * glob).
 */
export default {
  mutate: (process.env['ESCROWBOOK_MUTATE'] ?? 'main/escrow/**/*.ts,shared/money/money.ts').split(','),
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // One worker by default: on a busy computer, tests that take seconds would run into their time
  // limit.
  concurrency: Number(process.env['ESCROWBOOK_MUTATION_WORKERS'] ?? 1),
  timeoutMS: 20_000,
  // The sandbox is a copy, so leave out everything but the engine and its tests.
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
