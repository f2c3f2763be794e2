import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { COMMAND } from './use.mjs'

// A TCP connection that is begun, or a datagram that is sent. One that is only given an address
// sends nothing: Chromium learns that way whether there is IPv6.
const OUTWARD = /^\d+ +(connect\(\d+<TCP|send(to|msg|mmsg)\(\d+<UDP)/

/**
 * Watches every process of the installed app, below Chromium and Node alike, while a book is kept
 * and a statement printed: none of them may speak to the network.
 * @param {import('./report.mjs').Report} report
 * @param {import('./running.mjs').Person} person who may be watched: root, without the sandbox
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
    `in ${lines.length} calls of the app's processes none speaks to the network`,
    {
      wrong,
      printed,
      lines: lines.length,
      outward: outward.slice(0, 5),
    },
  )
}
