import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { steps } from '../../demo/steps.mjs'
import { launchApp } from '../../launch-app.mjs'
import { HOME, launcherCommand } from './installed-files.mjs'
import { runAs, startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'

/** The installed command, as a person types it. */
export const COMMAND = '/usr/bin/escrowbook'

/**
 * Checks the app's answers on a terminal, and that the fuses block what they should. Needs no
 * screen.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {string} version
 */
export async function checkTerminal(report, person, version) {
  const said = (/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env = {}) =>
    runAs([COMMAND, ...args], person, env)
  const help = await said(['--help'])
  report.check(help.code === 0 && help.stdout.includes('--book DIR'), '--help prints the usage, without a screen', help)
  const plain = await said(['--version'])
  report.check(
    plain.code === 0 && plain.stdout === `Escrowbook ${version}\n`,
    `--version prints ${version}, without a screen`,
    plain,
  )
  const asNode = await said(['--version'], { ELECTRON_RUN_AS_NODE: '1' })
  report.check(asNode.stdout === plain.stdout, 'the binary does not run as Node', asNode)
  const options = await said(['--version'], { NODE_OPTIONS: '--require=/nonexistent.cjs' })
  report.check(options.stdout === plain.stdout, 'NODE_OPTIONS loads nothing into it', options)
  const inspected = await said(['--inspect-brk=127.0.0.1:0', '--version'])
  report.check(
    inspected.stdout === plain.stdout && !inspected.stderr.includes('Debugger listening'),
    '--inspect opens no debugger',
    inspected,
  )
}

/**
 * Records the main example in the installed app, closes it, opens it again from the launcher and
 * checks that the book is unchanged.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 * @param {string} who
 */
export async function checkUse(report, person, display, who) {
  const first = await startApp([COMMAND], person, display)
  const wrong = await seedCase(first.page)
  report.check(wrong.length === 0, `${who} keeps a book in the installed app, under the rules`, wrong)
  report.check((await first.close()) === 0, `${who} closes it, and it exits with 0`)
  const again = await startApp(await launcherCommand(), person, display)
  const found = await again.page.evaluate(() => window.escrowbook.query({ type: 'contracts' }))
  report.check(
    found.ok && found.value.rows[0]?.escrow === 10_000,
    `${who} finds the book unchanged, started again from the desktop’s launcher`,
    found,
  )
  await again.close()
}

/**
 * Runs the demo's steps in the installed app.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
export async function checkWalk(report, person, display) {
  let running = await startApp([COMMAND], person, display)
  // Attaching from outside gives no handle on the main process; no step needs one.
  const stage = () => ({
    page: running.page,
    app: /** @type {never} */ (undefined),
    book: bookOf(person.home),
    statement: join(person.home, 'statement.pdf'),
    restart,
  })
  const restart = async () => {
    await running.close()
    running = await startApp([COMMAND], person, display)
    return stage()
  }
  let step = ''
  try {
    for (const { name, run } of steps) {
      step = name
      await run(stage())
    }
    report.check(true, `a plain user walks through the ${steps.length} steps of the demo in the installed app`)
  } catch (error) {
    report.check(
      false,
      `in the installed app the step “${step}” passes`,
      error instanceof Error ? error.message : error,
    )
  }
  await running.close()
}

/**
 * The default book folder of a person.
 * @param {string} home
 */
export const bookOf = home => join(home, '.config', 'Escrowbook', 'book')

/**
 * Records the main example in a copy with the inspect fuse on, so that Playwright can attach to the
 * main process as well.
 * @param {import('./report.mjs').Report} report
 * @param {string} scratch
 * @param {Record<string, string>} display
 */
export async function checkTestSet(report, scratch, display) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  const copy = join(scratch, 'test-set')
  await cp(HOME, copy, { recursive: true })
  const electron = join(copy, 'escrowbook')
  await flipFuses(electron, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  const app = await launchApp({
    electron,
    packaged: true,
    book: join(scratch, 'test-book'),
    userData: join(scratch, 'test-data'),
    env: display,
  })
  const page = await app.firstWindow()
  await page.getByRole('main').waitFor()
  const wrong = await seedCase(page)
  report.check(wrong.length === 0, 'with the inspect fuse on it keeps a book as well', wrong)
  const main = await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.openDevTools()
    return { packaged: electronApp.isPackaged, tools: contents?.isDevToolsOpened() }
  })
  report.check(
    main.packaged && main.tools === false,
    'it knows that it is packaged, and its developer tools do not open',
    main,
  )
  await app.close()
}

/**
 * Checks that the app wrote nothing into a person's home except its data folder; the desktop's
 * libraries keep files of their own there.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 */
export async function checkHome(report, { home }) {
  const names = await readdir(home, { recursive: true })
  const others = names.filter(name => !/^\.config$|^\.config\/Escrowbook(\/|$)/.test(name) && !LIBRARIES.test(name))
  report.check(
    names.includes('.config/Escrowbook/book/journal.ndjson') && others.length === 0,
    'it wrote nothing into the person’s home but its data folder',
    others,
  )
}

// Files of Mesa, fontconfig, dconf and NSS, left by every program that uses them.
const LIBRARIES =
  /^\.cache(\/(mesa_shader_cache|dconf|fontconfig)(\/|$)|$)|^\.(config|local\/share)?\/?(dconf|pki)(\/|$)|^\.local(\/share)?$/

/**
 * A hash of the names and bytes of a person's book; undefined if there is none.
 * @param {string} home the person's
 */
export async function fingerprintOfBook(home) {
  const folder = bookOf(home)
  const names = (await readdir(folder).catch(() => []))
    .filter(name => /^(journal\.ndjson|book\.json)$/.test(name))
    .sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(await readFile(join(folder, name)))
  return names.length === 0 ? undefined : hash.digest('hex')
}

/**
 * Creates the home of a person who has never used the app.
 * @param {string} folder
 */
export async function newHome(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}
