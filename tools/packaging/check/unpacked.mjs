import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../runtime/child.mjs'
import { runAs, startApp } from './running.mjs'
import { seedCase } from './seed-case.mjs'
import { ownedBy } from './system.mjs'
import { newHome } from './use.mjs'

/**
 * Unpacks the other packages of dist/ as they are, starts what is in them and keeps a book: the
 * archive, and the RPM where one was made. An RPM's scripts are not run, which takes a system of
 * its kind.
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
    // Unpacked by a plain user there is no sandbox with root's rights; where the system lets nobody
    // else build one, the person must do without.
    const sandbox = (await runAs(['unshare', '--user', '--map-root-user', 'true'], owner)).code === 0
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
