import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../../runtime/child.mjs'
import { runAs, startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { ownedBy } from './system.mjs'
import { newHome } from './use.mjs'

/**
 * Unpacks the other packages in dist/ (the archive, and the RPM if there is one), checks for the
 * third-party notices, starts the app and records in a book. An RPM's scripts are not run: that
 * takes a system with rpm.
 * @param {import('./report.mjs').Report} report
 * @param {string} dist
 * @param {string} scratch
 * @param {import('./running.mjs').Person} person
 * @param {Record<string, string>} display
 */
export async function checkUnpacked(report, dist, scratch, person, display) {
  for (const name of await readdir(dist)) {
    const folder = join(scratch, `unpacked-${name}`)
    const binary = name.endsWith('.tar.gz')
      ? await fromArchive(join(dist, name), folder)
      : name.endsWith('.rpm')
        ? await fromRpm(join(dist, name), folder)
        : ''
    if (binary === '') continue
    const owner = { ...person, home: await newHome(join(scratch, `home-${name}`)) }
    await ownedBy(owner.home, owner)
    await ownedBy(folder, owner)
    // The setuid sandbox is lost when a plain user unpacks; if the system allows no other, the app
    // must run without one.
    const sandbox = (await runAs(['unshare', '--user', '--map-root-user', 'true'], owner)).code === 0
    const notices = await readFile(join(dirname(binary), 'THIRD-PARTY.txt'), 'utf8').catch(String)
    report.check(
      notices.startsWith('Third-party notices of Escrowbook'),
      `${name} has the third-party notices`,
      notices,
    )
    const app = await startApp([binary], { ...owner, flags: sandbox ? [] : ['--no-sandbox'] }, display)
    const wrong = await seedCase(app.page)
    const code = await app.close()
    report.check(
      wrong.length === 0 && code === 0,
      `${name}, unpacked by a plain user, starts ${sandbox ? 'in' : 'without'} the sandbox and keeps a book`,
      {
        wrong,
        code,
      },
    )
  }
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function fromArchive(file, folder) {
  await mkdir(folder)
  if ((await run('tar', ['xzf', file, '-C', folder, '--strip-components=1', '--no-same-owner'])) !== 0)
    throw new Error(`${file} could not be unpacked`)
  return join(folder, 'escrowbook')
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function fromRpm(file, folder) {
  await mkdir(folder)
  if ((await run('sh', ['-c', 'rpm2cpio "$1" | cpio -idm --quiet', 'sh', file], { cwd: folder })) !== 0)
    throw new Error(`${file} could not be unpacked`)
  return join(folder, 'opt', 'Escrowbook', 'escrowbook')
}
