import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { capture, run } from '../../runtime/child.mjs'
import { HOME } from './installed-files.mjs'
import { startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { apt, ownedBy } from './system.mjs'
import { bookOf, COMMAND, newHome } from './use.mjs'

/** A book written by an earlier packaged build; `made.md` in it says which build, and how. */
const EARLIER_BOOK = join(import.meta.dirname, '../../../test/packaging/earlier-book')
/** Lower than any real version, so that apt treats the new package as newer. */
const EARLIER_VERSION = '0.0.1~earlier'
const LEFT_BEHIND = join(HOME, 'only-in-the-earlier-version')

/**
 * Installs an earlier version, records in a book and updates with apt. Checks that this book, and
 * one that an earlier build wrote, open unchanged and accept the next entry.
 * @param {import('./report.mjs').Report} report
 * @param {{ file: string, earlier: string | undefined, scratch: string, name: string, version: string }} packages
 * `earlier` is a package of an earlier version; by default the new one, relabelled as older
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
export async function checkUpdate(report, { file, earlier = file, scratch, name, version }, person, display) {
  const earlierPackage = await relabelled(earlier, scratch)
  await apt(['install', '--no-install-recommends', earlierPackage])
  const first = await startApp([COMMAND], person, display)
  const wrong = await seedCase(first.page)
  await first.close()
  const before = await readFile(join(bookOf(person.home), 'journal.ndjson'), 'utf8')
  report.check(wrong.length === 0, 'a book is kept in the earlier version', wrong)

  await apt(['install', '--no-install-recommends', file])
  const shown = (await capture('dpkg-query', ['--show', name])).stdout.trim()
  report.check(shown === `${name}\t${version}`, `apt updates it to ${version}`, shown)
  const left = await readFile(LEFT_BEHIND, 'utf8').catch(() => undefined)
  report.check(left === undefined, 'no file of the earlier version is left')
  await checkContinues(report, person, display, before, 'the book of the earlier version')

  const keeper = { ...person, home: await newHome(join(scratch, 'earlier')) }
  const book = bookOf(keeper.home)
  await mkdir(book, { recursive: true, mode: 0o700 })
  for (const part of ['journal.ndjson', 'book.json']) await cp(join(EARLIER_BOOK, part), join(book, part))
  await ownedBy(keeper.home, keeper)
  await checkContinues(
    report,
    keeper,
    display,
    await readFile(join(EARLIER_BOOK, 'journal.ndjson'), 'utf8'),
    'a book that an earlier build wrote',
  )
  await apt(['purge', name])
}

/**
 * Opens a book in the installed app and checks that every line verifies and is still there, that
 * the amount in escrow is right, and that the next entry is recorded.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 * @param {string} before the journal as the earlier version left it
 * @param {string} what
 */
async function checkContinues(report, person, display, before, what) {
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
  // Notes and renames are in the journal too, but are not numbered entries.
  const entries = kept.flatMap(line => JSON.parse(line).entries ?? []).filter(({ entry }) => entry !== null).length
  const { sound, escrow, next } = seen
  report.check(
    sound === true && seen.entries === entries && escrow === 10_000 && next === entries + 1 && code === 0,
    `${what} opens unchanged, and takes the next entry`,
    {
      ...seen,
      code,
    },
  )
  const after = await readFile(join(bookOf(person.home), 'journal.ndjson'), 'utf8')
  report.check(after.startsWith(before) && after.length > before.length, `${what} keeps every byte of its lines`)
}

/**
 * Repacks a package as an earlier version, with one file that the new version lacks.
 * @param {string} file
 * @param {string} scratch
 */
async function relabelled(file, scratch) {
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
