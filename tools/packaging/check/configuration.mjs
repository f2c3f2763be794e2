import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '../../program.mjs'

/**
 * Lets electron-builder validate electron-builder.yml for all three systems, including those whose
 * packages cannot be built here, and checks that it would report a mistake.
 * @param {import('./report.mjs').Report} report
 */
export async function checkConfiguration(report) {
  // From the separate package in packaging/, whose types are not available here.
  const load = /** @type {(name: string) => any} */ (
    createRequire(join(ROOT, 'packaging/node_modules/electron-builder/package.json'))
  )
  const { getConfig, validateConfiguration } = load('app-builder-lib/out/util/config/config.js')
  const problemOf = async (/** @type {(configuration: any) => void} */ spoil) => {
    const configuration = await getConfig(ROOT, null, null)
    spoil(configuration)
    /** @type {string | undefined} */
    const problem = await validateConfiguration(configuration, { isEnabled: false }).then(
      () => undefined,
      (/** @type {Error} */ error) => error.message,
    )
    return problem
  }
  const problem = await problemOf(() => {})
  const mistakes = await Promise.all([
    problemOf(({ nsis }) => Object.assign(nsis, { perMachin: false })),
    problemOf(({ mac }) => Object.assign(mac, { notarize: 'perhaps' })),
    problemOf(({ electronFuses }) => Object.assign(electronFuses, { runAsNodes: false })),
  ])
  report.check(problem === undefined, 'electron-builder accepts the configuration of Windows, macOS and Linux', problem)
  report.check(
    mistakes.every(mistake => mistake !== undefined),
    'electron-builder would reject a mistake in it',
    mistakes,
  )
}
