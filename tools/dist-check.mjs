// `npm run dist:check`: installs the Debian package of dist/ as a person would, looks at what it put where, uses the app as a plain user and as root,
// removes it, and sees that only the person's book is left. Changes the system it runs on, so it asks for root and for a system without Escrowbook.
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDisplay } from './display.mjs'
import { checkFuses, checkInstalledFiles, HOME } from './packaging/check/installed-files.mjs'
import { Report } from './packaging/check/report.mjs'
import { startApp } from './packaging/check/running.mjs'
import { apt, systemFiles } from './packaging/check/system.mjs'
import { checkTerminal, checkTestSet, checkUse, checkWalk, fingerprintOfBook, newHome } from './packaging/check/use.mjs'
import { ROOT } from './program.mjs'
import { capture, exists } from './runtime/child.mjs'
import { installPackages } from './runtime/libraries.mjs'
import { readyRuntime } from './runtime/ready.mjs'

// Debian's own nobody: no rights, and no home but the one it is given here.
const NOBODY = 65_534
const STARTS = 5

async function check() {
  const file = await packageFile()
  const field = async (/** @type {string} */ name) => (await capture('dpkg-deb', ['--field', file, name])).stdout.trim()
  const [name, version, depends] = [await field('Package'), await field('Version'), await field('Depends')]
  if ((await capture('dpkg-query', ['--show', name])).code === 0) throw new Error(`${name} is installed here already; this check would remove it`)
  if (!(await exists('desktop-file-validate', ['--version']))) await installPackages(['desktop-file-utils'])
  // What the app needs stays, as it does for everything else on the system; so it is there before the app is.
  await apt(['satisfy', '--no-install-recommends', depends])
  const before = await systemFiles()

  const report = new Report()
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-check-'))
  await chown(scratch, NOBODY, NOBODY)
  const display = await openDisplay()
  try {
    await apt(['install', '--no-install-recommends', file])
    const shown = (await capture('dpkg-query', ['--show', name])).stdout.trim()
    report.check(shown === `${name}\t${version}`, `${name} ${version} is installed`)
    await checkInstalledFiles(report)
    await checkFuses(report)

    const plain = { home: await newHome(join(scratch, 'plain')), uid: NOBODY, gid: NOBODY }
    await chown(plain.home, NOBODY, NOBODY)
    const root = { home: await newHome(join(scratch, 'root')), flags: ['--no-sandbox'] }
    await checkTerminal(report, plain, version.replace('~', '-'))
    await checkUse(report, plain, display.env, 'a plain user, in the sandbox,')
    const walker = { ...plain, home: await newHome(join(scratch, 'walk')) }
    await chown(walker.home, NOBODY, NOBODY)
    await checkWalk(report, walker, display.env)
    await checkUse(report, root, display.env, 'root, without the sandbox,')
    await checkTestSet(report, scratch, display.env)
    await compareStarts(report, scratch, display.env)

    const books = [await fingerprintOfBook(plain.home), await fingerprintOfBook(root.home)]
    await apt(['purge', name])
    const after = [await fingerprintOfBook(plain.home), await fingerprintOfBook(root.home)]
    report.check(books.every(book => book !== undefined) && books.join() === after.join(), 'after removing the app the books are as they were', {
      books,
      after,
    })
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
  if (file === undefined || names.length > 1) throw new Error(`dist/ holds ${names.length} packages, not one; make it with: npm run dist:linux`)
  return join(ROOT, 'dist', file)
}

/**
 * How long the app takes from the click to its first screen, packed and as it is built here, in turns.
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
      const app = await startApp(commands[which], { home: await newHome(join(scratch, `start-${which}`)), flags: ['--no-sandbox'] }, display)
      await app.close()
      // The first start of each makes its folders and fills the disk's cache.
      if (turn > 0) times[which].push(app.startMs)
    }
  }
  const middle = (/** @type {number[]} */ some) => some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN
  const [packed, built] = [middle(times.packed), middle(times.built)]
  report.tell(`start to first screen: packed ${packed.toFixed(0)} ms, as built ${built.toFixed(0)} ms, ${(packed / built).toFixed(2)} times`)
}

try {
  const failed = await check()
  console.log(failed === 0 ? 'The package holds.' : `${failed} of these do not hold.`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
