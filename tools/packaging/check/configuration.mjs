import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '../../program.mjs'

/**
 * Has electron-builder itself check what electron-builder.yml says for all three systems, also
 * those whose packages cannot be made here; and that it would see a mistake.
 * @param {import('./report.mjs').Report} report
 */
export async function checkConfiguration(report) {
  // Of a package of its own, of which nothing here has the types.
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
  report.check(problem === undefined, 'electron-builder takes the configuration of Windows, macOS and Linux', problem)
  report.check(
    mistakes.every(mistake => mistake !== undefined),
    'and would refuse a mistake in it',
    mistakes,
  )
}
