import { test as base, expect } from './fixture.ts'
import type { Contents, SharedApp } from './shared-app.ts'
import { LOOKED_AT } from './visiting.ts'

/**
 * A test that needs no start of its own: it runs in an app that ran other tests, in the state of a
 * fresh start.
 */
export const test = base.extend<{
  /** The contents of the book at the start. The sample contracts are as of `LOOKED_AT`. */
  contents: Contents
  shared: SharedApp
}>({
  // One app for all of them, instead of one for each day.
  today: LOOKED_AT,
  contents: ['empty', { option: true }],
  shared: async ({ sharedApps, today, contents }, use, testInfo) => {
    const shared = await sharedApps.renewed(today, contents)
    await use(shared)
    const { printed, errors } = await shared.takeReport()
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('what the app printed', { body: printed, contentType: 'text/plain' })
    expect(errors, 'errors in the app').toEqual([])
  },
  app: async ({ shared }, use) => use(shared.app),
  page: async ({ shared }, use) => use(shared.page),
  book: async ({ shared }, use) => use(shared.book),
})

/** The same with the sample contracts, on the day as of which they were recorded. */
export const sampleTest = test.extend({ contents: 'sample' })

export { expect }
