// `npm run dist:check`: updates an earlier version to the Debian package in dist/, installs the
// package afresh, checks the installed files, uses the app as a plain user and as root, removes it,
// and checks that only the person's book is left. Changes the system it runs on: needs root, and a
// system without Escrowbook. `npm run dist:check -- FILE.deb` updates from that package.
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDisplay } from './display.mjs'
import { checkCommands } from './packaging/check/commands.mjs'
import { checkConfiguration } from './packaging/check/configuration.mjs'
import { checkFuses, checkInstalledFiles, HOME } from './packaging/check/installed-files.mjs'
import { checkNotices } from './packaging/check/notices.mjs'
import { Report } from './packaging/check/report.mjs'
import { startApp } from './packaging/check/running.mjs'
import { checkSilence } from './packaging/check/silence.mjs'
import { apt, ownedBy, systemFiles } from './packaging/check/system.mjs'
import { checkUnpacked } from './packaging/check/unpacked.mjs'
import { checkUpdate } from './packaging/check/update.mjs'
import {
  checkHome,
  checkTerminal,
  checkTestSet,
  checkUse,
  checkWalk,
  fingerprintOfBook,
  newHome,
} from './packaging/check/use.mjs'
import { ROOT } from './program.mjs'
import { capture, exists } from './runtime/child.mjs'
import { installPackages } from './runtime/libraries.mjs'
import { readyRuntime } from './runtime/ready.mjs'

// Debian's user nobody: no privileges, and no home but the one given here.
const NOBODY = 65_534
const STARTS = 7
/** The programs that the checks use, and the Debian packages that contain them. */
const PROGRAMS = { 'desktop-file-validate': 'desktop-file-utils', strace: 'strace', rpm2cpio: 'rpm2cpio', cpio: 'cpio' }
/** The maximum ratio of launch times: the packaged app's to that of the one in out/. */
const MOST_TIMES = 1.1

async function check() {
  const file = await packageFile()
  const field = async (/** @type {string} */ name) => (await capture('dpkg-deb', ['--field', file, name])).stdout.trim()
  const [name, version, depends] = [await field('Package'), await field('Version'), await field('Depends')]
  if ((await capture('dpkg-query', ['--show', name])).code === 0)
    throw new Error(`${name} is installed here already; this check would remove it`)
  for (const [program, part] of Object.entries(PROGRAMS)) if (!(await exists(program))) await installPackages([part])
  // Installed first, since apt leaves the app's dependencies in place when it removes the app.
  await apt(['satisfy', '--no-install-recommends', depends])
  const before = await systemFiles()

  const report = new Report()
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-check-'))
  await chown(scratch, NOBODY, NOBODY)
  const display = await openDisplay()
  try {
    await checkConfiguration(report)
    const nobody = async (/** @type {string} */ home) => {
      const person = { home: await newHome(join(scratch, home)), uid: NOBODY, gid: NOBODY }
      await ownedBy(person.home, person)
      return person
    }
    const earlier = process.argv[2] === undefined ? undefined : resolve(process.argv[2])
    await checkUpdate(report, { file, earlier, scratch, name, version }, await nobody('update'), display.env)
    await checkUnpacked(report, join(ROOT, 'dist'), scratch, await nobody('unpacked'), display.env)

    await apt(['install', '--no-install-recommends', file])
    const shown = (await capture('dpkg-query', ['--show', name])).stdout.trim()
    report.check(shown === `${name}\t${version}`, `${name} ${version} is installed`)
    await checkInstalledFiles(report)
    await checkFuses(report)
    await checkNotices(report, await nobody('notices'), display.env)

    const plain = await nobody('plain')
    const root = { home: await newHome(join(scratch, 'root')), flags: ['--no-sandbox'] }
    await checkTerminal(report, plain, version.replace('~', '-'))
    await checkUse(report, plain, display.env, 'a plain user, in the sandbox,')
    await checkWalk(report, await nobody('walk'), display.env)
    await checkUse(report, root, display.env, 'root, without the sandbox,')
    for (const person of [plain, root]) await checkHome(report, person)
    await checkCommands(report, plain, 'a plain user')
    // No sandbox flag here: the launcher adds it for root.
    await checkCommands(report, { home: root.home }, 'root')
    await checkSilence(report, { home: await newHome(join(scratch, 'watched')), flags: ['--no-sandbox'] }, display.env)
    await checkTestSet(report, scratch, display.env)
    await compareStarts(report, scratch, display.env)

    const books = [await fingerprintOfBook(plain.home), await fingerprintOfBook(root.home)]
    await apt(['purge', name])
    const after = [await fingerprintOfBook(plain.home), await fingerprintOfBook(root.home)]
    report.check(
      books.every(book => book !== undefined) && books.join() === after.join(),
      'after removing the app the books are as they were',
      {
        books,
        after,
      },
    )
    const left = [...(await systemFiles())].filter(path => !before.has(path))
    report.check(left.length === 0, 'after removing the app nothing else of it is left', left)
  } finally {
    await display.stop()
    await capture('apt-get', ['purge', '-y', '-qq', name], { limitMs: 120_000 })
    await rm(scratch, { recursive: true, force: true })
  }
  return report.failed
}

async function packageFile() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await exists('apt-get')))
    throw new Error('this installs a package with apt: run it as root on Debian or Ubuntu, in a container of its own')
  const names = (await readdir(join(ROOT, 'dist')).catch(() => [])).filter(name => name.endsWith('.deb'))
  const [file] = names
  if (file === undefined || names.length > 1)
    throw new Error(`dist/ holds ${names.length} packages, not one; make it with: npm run dist:linux`)
  return join(ROOT, 'dist', file)
}

/**
 * Measures the time from launch to first screen, alternating between the packaged app and the one
 * in out/.
 * @param {Report} report
 * @param {string} scratch
 * @param {Record<string, string>} display
 */
async function compareStarts(report, scratch, display) {
  const commands = { packed: [join(HOME, 'escrowbook')], built: [await readyRuntime(), ROOT] }
  /** @type {{ packed: number[], built: number[] }} */
  const times = { packed: [], built: [] }
  for (let turn = 0; turn <= STARTS; turn++) {
    for (const which of /** @type {const} */ (['packed', 'built'])) {
      const app = await startApp(
        commands[which],
        { home: await newHome(join(scratch, `start-${which}`)), flags: ['--no-sandbox'] },
        display,
      )
      await app.close()
      // Discard the first start of each: it creates folders and warms the disk cache.
      if (turn > 0) times[which].push(app.startMs)
    }
  }
  // Compare the fastest starts: other load only makes a start slower.
  const [packed, built] = [Math.min(...times.packed), Math.min(...times.built)]
  const said = `start to first screen: packed ${packed.toFixed(0)} ms, as built ${built.toFixed(0)} ms`
  report.check(packed / built <= MOST_TIMES, `${said}, ${(packed / built).toFixed(2)} times (at most ${MOST_TIMES})`)
}

try {
  const failed = await check()
  console.log(failed === 0 ? 'All checks passed.' : `${failed} checks failed.`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
