import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { capture, run } from '../../runtime/child.mjs'
import { HOME } from './installed-files.mjs'
import { startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { apt, ownedBy } from './system.mjs'
import { bookOf, COMMAND, newHome } from './use.mjs'

/** A book that a packaged build of an earlier day wrote; `made.md` in it says which and how. */
const EARLIER_BOOK = join(import.meta.dirname, '../../../test/packaging/earlier-book')
/** Lower than any version there is, so that apt takes the new package for newer. */
const EARLIER_VERSION = '0.0.1~earlier'
const LEFT_BEHIND = join(HOME, 'only-in-the-earlier-version')

/**
 * Installs an earlier version, keeps a book in it, updates with apt, and finds that book and one
 * that a build of an earlier day wrote, as they were and ready to go on.
 * @param {import('./report.mjs').Report} report
 * @param {{ file: string, earlier: string | undefined, scratch: string, name: string, version: string }} packages `earlier`: a package of an earlier version; without
 * one the new package itself, called older
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
export async function checkUpdate(report, { file, earlier = file, scratch, name, version }, person, display) {
  const former = await calledEarlier(earlier, scratch)
  await apt(['install', '--no-install-recommends', former])
  const first = await startApp([COMMAND], person, display)
  const wrong = await seedCase(first.page)
  await first.close()
  const before = await readFile(join(bookOf(person.home), 'journal.ndjson'), 'utf8')
  report.check(wrong.length === 0, 'a book is kept in the earlier version', wrong)

  await apt(['install', '--no-install-recommends', file])
  const shown = (await capture('dpkg-query', ['--show', name])).stdout.trim()
  report.check(shown === `${name}\t${version}`, `apt updates it to ${version}`, shown)
  const left = await readFile(LEFT_BEHIND, 'utf8').catch(() => undefined)
  report.check(left === undefined, 'nothing of the earlier version is left among the files of the new one')
  await goesOn(report, person, display, before, 'the book of the version before')

  const keeper = { ...person, home: await newHome(join(scratch, 'earlier')) }
  const book = bookOf(keeper.home)
  await mkdir(book, { recursive: true, mode: 0o700 })
  for (const part of ['journal.ndjson', 'book.json']) await cp(join(EARLIER_BOOK, part), join(book, part))
  await ownedBy(keeper.home, keeper)
  await goesOn(
    report,
    keeper,
    display,
    await readFile(join(EARLIER_BOOK, 'journal.ndjson'), 'utf8'),
    'a book that a build of an earlier day wrote',
  )
  await apt(['purge', name])
}

/**
 * Opens a book in the installed app: every line of it is good and still there, what is in escrow is
 * said, and the next entry is taken.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 * @param {string} before the journal as the earlier version left it
 * @param {string} what
 */
async function goesOn(report, person, display, before, what) {
  const app = await startApp([COMMAND], person, display)
  const seen = await app.page.evaluate(async () => {
    const { escrowbook } = window
    const verified = await escrowbook.query({ type: 'verify' })
    const about = await escrowbook.query({ type: 'book' })
    const contract = await escrowbook.query({ type: 'contract', contractId: 'C0001' })
    const next = await escrowbook.execute({ type: 'bonus', contractId: 'C0001', amount: 1_000 })
    return {
      sound: verified.ok && verified.value.ok,
      entries: about.ok && about.value.entries,
      health: about.ok && about.value.health.state,
      escrow: contract.ok && contract.value.contract.escrow,
      next: next.ok && next.value.entry,
    }
  })
  const code = await app.close()
  const kept = before.trim().split('\n')
  // A note or a new name is kept in the journal too, and is no entry.
  const entries = kept.flatMap(line => JSON.parse(line).entries ?? []).filter(({ entry }) => entry !== null).length
  const { sound, escrow, next } = seen
  report.check(
    sound === true && seen.entries === entries && escrow === 10_000 && next === entries + 1 && code === 0,
    `${what} opens as it was, and goes on`,
    {
      ...seen,
      code,
    },
  )
  const after = await readFile(join(bookOf(person.home), 'journal.ndjson'), 'utf8')
  report.check(after.startsWith(before) && after.length > before.length, `${what} keeps every line to the byte`)
}

/**
 * The package once more, called an earlier version, with one file that the new one has not.
 * @param {string} file
 * @param {string} scratch
 */
async function calledEarlier(file, scratch) {
  const root = join(scratch, 'earlier-package')
  if ((await run('dpkg-deb', ['-R', file, root])) !== 0) throw new Error(`${file} could not be unpacked`)
  const control = join(root, 'DEBIAN', 'control')
  await writeFile(control, (await readFile(control, 'utf8')).replace(/^Version: .*$/m, `Version: ${EARLIER_VERSION}`))
  await writeFile(join(root, LEFT_BEHIND), '', { mode: 0o644 })
  const made = `${root}.deb`
  if ((await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, made])) !== 0)
    throw new Error('the earlier package could not be made')
  return made
}
