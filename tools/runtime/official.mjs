import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { run } from './child.mjs'
import { say } from './say.mjs'

// The limit is on silence, not on the whole: a slow line may take its time, a refused one costs only this.
const SILENCE_MS = 15_000
const WATCH_MS = 1_000
// After a refusal the next runs do not ask again for a day. ESCROWBOOK_RUNTIME=official asks at once.
const REFUSED_FOR_MS = 24 * 3_600_000

/**
 * The pinned `electron` package's own binary, downloaded if it can be; undefined when it cannot.
 * The package is never imported: from Node that alone starts a download.
 * @returns {Promise<string | undefined>}
 */
export async function officialElectron() {
  const home = packageFolder()
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const have = await installed(home, version)
  if (have !== undefined) return have

  const refusal = join(cacheFolder(), `electron-${version}.refused`)
  const refusedAt = await stat(refusal).then(
    found => found.mtimeMs,
    () => 0,
  )
  if (Date.now() - refusedAt < REFUSED_FOR_MS && process.env['ESCROWBOOK_RUNTIME'] !== 'official') return undefined

  say(`downloading Electron ${version}`)
  await download(home)
  const got = await installed(home, version)
  if (got === undefined) {
    say(`Electron ${version} could not be downloaded here; the next try is in a day, or at once with ESCROWBOOK_RUNTIME=official`)
    await writeFile(refusal, '')
  } else await rm(refusal, { force: true })
  return got
}

function packageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    throw new Error('the electron package is not installed; run: npm ci')
  }
}

/**
 * @param {string} home
 * @param {string} version
 */
async function installed(home, version) {
  const read = (/** @type {string} */ name) => readFile(join(home, name), 'utf8').catch(() => undefined)
  const binary = await read('path.txt')
  const unpacked = await read('dist/version')
  if (binary === undefined || unpacked?.trim().replace(/^v/, '') !== version) return undefined
  const path = join(home, 'dist', binary)
  return existsSync(path) ? path : undefined
}

/**
 * Runs the package's own installer for as long as its temporary folder keeps changing.
 * @param {string} home
 */
async function download(home) {
  const temporary = await mkdtemp(join(cacheFolder(), 'download-'))
  const silence = new AbortController()
  let last = ''
  let heardAt = Date.now()
  const watch = setInterval(async () => {
    // The archive grows in the temporary folder first, then files appear in dist/.
    const now = `${await sizes(temporary)} ${await sizes(join(home, 'dist'))}`
    if (now !== last) heardAt = Date.now()
    last = now
    if (Date.now() - heardAt > SILENCE_MS) silence.abort()
  }, WATCH_MS)
  try {
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_OVERRIDE_DIST_PATH: undefined }
    await run(process.execPath, [join(home, 'install.js')], { env, signal: silence.signal })
  } finally {
    clearInterval(watch)
    await rm(temporary, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function sizes(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const each = await Promise.all(names.map(name => stat(join(folder, name)).catch(() => undefined)))
  return each.reduce((sum, found) => sum + 1 + (found?.isFile() ? found.size : 0), 0)
}
