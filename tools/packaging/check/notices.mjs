import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentsOf } from '../../notices/bundled-packages.mjs'
import { ROOT } from '../../program.mjs'
import { HOME } from './installed-files.mjs'
import { startApp } from './running.mjs'
import { COMMAND } from './use.mjs'

/** The path where Debian keeps a package's licences. */
const COPYRIGHT = '/usr/share/doc/escrowbook/copyright'
/**
 * The minimum size of Chromium's notices: they take megabytes, so a shorter file is something else.
 */
const CHROMIUM_BYTES = 1_000_000

/**
 * Checks that the installed package has the notice of every package in the build, both on disk and
 * for the page, and those of Electron and Chromium.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
export async function checkNotices(report, person, display) {
  const { packages } = await contentsOf(ROOT)
  for (const file of [join(HOME, 'THIRD-PARTY.txt'), COPYRIGHT]) {
    const text = await readFile(file, 'utf8').catch(String)
    const missing = packages.filter(({ name, version }) => !text.includes(`\n${name} ${version} (`))
    report.check(missing.length === 0, `${file} has the licences of all ${packages.length} bundled packages`, missing)
  }
  const [own = '', debian = ''] = await Promise.all(
    [join(HOME, 'LICENSE.txt'), COPYRIGHT].map(file => readFile(file, 'utf8').catch(String)),
  )
  report.check(debian.includes(own.trim()) && own.startsWith('MIT License'), 'our own licence is there too', own)
  const electron = await readFile(join(HOME, 'LICENSE.electron.txt'), 'utf8').catch(String)
  const chromium = await stat(join(HOME, 'LICENSES.chromium.html')).then(
    ({ size }) => size,
    () => 0,
  )
  report.check(
    electron.includes('Electron contributors') && chromium > CHROMIUM_BYTES,
    'the notices of Electron and Chromium are there',
    { electron, chromium },
  )
  await checkPageModule(report, packages, person, display)
}

/**
 * @param {import('./report.mjs').Report} report
 * @param {import('../../notices/bundled-packages.mjs').BundledPackage[]} packages
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
async function checkPageModule(report, packages, person, display) {
  const app = await startApp([COMMAND], person, display)
  const named = await app.page.evaluate(async () => {
    const module = await import(new URL('third-party.js', document.baseURI).href)
    return module.notices.map((/** @type {import('../../notices/notice.mjs').Notice} */ notice) => notice.name)
  })
  await app.close()
  const missing = packages.filter(({ name }) => !named.includes(name))
  report.check(missing.length === 0, 'the page of the installed app can show them', missing)
}
