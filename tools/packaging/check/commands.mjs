import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exists } from '../../runtime/child.mjs'
import { runAs } from './running.mjs'
import { ownedBy } from './system.mjs'
import { bookOf, COMMAND, newHome } from './use.mjs'

/**
 * Runs each installed command without a screen, on a book that the app recorded before: checks the
 * exit code, and that stdout has the result and nothing else.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {string} who
 */
export async function checkCommands(report, person, who) {
  const book = bookOf(person.home)
  const out = await newHome(join(person.home, 'written'))
  await ownedBy(out, person)
  const before = await readdir(person.home, { recursive: true })
  for (const [name, args, code, stdout, stderr = /^$/] of commandsOn(book, out)) {
    // As root, Chromium itself refuses to open a window.
    if (args.length === 0 && person.uid === undefined) continue
    const ended = await runAs([COMMAND, ...args], person)
    report.check(
      ended.code === code && stdout.test(ended.stdout) && stderr.test(ended.stderr),
      `${who}: ${name}, without a screen, exits with ${code} and prints nothing else`,
      ended,
    )
  }
  const pdf = await readFile(join(out, 'statement.pdf'), 'latin1').catch(String)
  report.check(
    pdf.startsWith('%PDF-') && (await readdir(join(out, 'year')).catch(() => [])).length > 5,
    `${who}: the statement and the year are written`,
  )
  const after = (await readdir(person.home, { recursive: true })).filter(name => !/^written\//.test(name))
  report.check(
    after.sort().join() === before.sort().join(),
    `${who}: the commands wrote nothing else into the person’s home`,
    after,
  )
  await checkDamagedBook(report, person, who, book, out)
  await checkWithHledger(report, person, who, book)
}

/**
 * The commands to run: each with its name, arguments, exit code, and expected stdout and stderr.
 * @param {string} book
 * @param {string} out the folder for files that commands write
 * @returns {[string, string[], number, RegExp, RegExp?][]}
 */
function commandsOn(book, out) {
  return [
    [
      'verify',
      ['verify', '--book', book],
      0,
      /^The book in .* is intact: \d+ entries[^\n]*\nFingerprint of its history: [0-9a-f]{64}\n$/,
    ],
    ['report', ['report', '--book', book, '--json'], 0, /^{"ok":true,.*}\n$/],
    ['export', ['export', '--book', book, '--format', 'csv'], 0, /^\uFEFF.*\r\n/],
    [
      'statement',
      ['statement', '--contract', 'C0001', '--book', book, '--output', join(out, 'statement.pdf')],
      0,
      /^$/,
      /^Written: .*statement\.pdf\nThe command line only reads, [^\n]*\n$/,
    ],
    [
      'year',
      ['year', String(new Date().getFullYear()), '--book', book, '--output', join(out, 'year')],
      0,
      /^$/,
      /^Written: /,
    ],
    ['help', ['help', 'year'], 0, /^Usage: escrowbook year/],
    [
      'a refused command',
      ['export', '--book', book, '--format', 'csv', '--contract', 'C9999'],
      1,
      /^$/,
      /^escrowbook: /,
    ],
    ['wrong use', ['export', '--book', book], 2, /^$/, /^escrowbook: /],
    ['the window without a screen', [], 1, /^$/, /^escrowbook: There is no screen/m],
  ]
}

/**
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {string} who
 * @param {string} book
 * @param {string} out
 */
async function checkDamagedBook(report, person, who, book, out) {
  const damaged = join(out, 'damaged')
  await cp(book, damaged, { recursive: true })
  const journal = join(damaged, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('42000', '42001'))
  await ownedBy(damaged, person)
  const found = await runAs([COMMAND, 'verify', '--book', damaged], person)
  report.check(
    found.code === 3 && /damaged/.test(found.stdout) && found.stderr === '',
    `${who}: verify exits with 3 for a book with one changed digit`,
    found,
  )
}

/**
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person
 * @param {string} who
 * @param {string} book
 */
async function checkWithHledger(report, person, who, book) {
  if (!(await exists('hledger'))) return report.tell('hledger is not installed: the export is not checked with it')
  const piped = await runAs(
    [
      'sh',
      '-c',
      `${COMMAND} export --format hledger --book '${book}' | hledger -f - check --strict ordereddates payees`,
    ],
    person,
  )
  report.check(
    piped.code === 0 && piped.stdout + piped.stderr === '',
    `${who}: the export, piped into hledger, passes its strict check`,
    piped,
  )
}
