import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { COMMAND } from './use.mjs'

// Matches a TCP connection or a sent datagram. Connecting a UDP socket sends nothing: Chromium
// tests for IPv6 that way.
const OUTWARD = /^\d+ +(connect\(\d+<TCP|send(to|msg|mmsg)\(\d+<UDP)/

/**
 * Watches the system calls of all the installed app's processes while it records in a book and
 * prints a statement: none may use the network.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person root, without the sandbox: others cannot be traced
 * @param {Record<string, string>} display
 */
export async function checkSilence(report, person, display) {
  const calls = join(person.home, 'calls')
  const watch = [
    'strace',
    '-f',
    '-qq',
    '-yy',
    '--seccomp-bpf',
    '-e',
    'trace=connect,sendto,sendmsg,sendmmsg',
    '-o',
    calls,
  ]
  const app = await startApp([...watch, COMMAND], person, display)
  const wrong = await seedCase(app.page)
  const printed = await app.page.evaluate(
    path => window.escrowbook.execute({ type: 'print-statement', path }),
    join(person.home, 'statement.pdf'),
  )
  for (const screen of ['Overview', 'Ledger', 'Reports', 'Settings'])
    await app.page.getByRole('navigation').getByText(screen, { exact: true }).first().click()
  await app.close()
  const lines = (await readFile(calls, 'utf8')).split('\n')
  const outward = lines.filter(line => OUTWARD.test(line))
  report.check(
    wrong.length === 0 && printed.ok && lines.length > 100 && outward.length === 0,
    `none of ${lines.length} traced system calls uses the network`,
    {
      wrong,
      printed,
      lines: lines.length,
      outward: outward.slice(0, 5),
    },
  )
}
