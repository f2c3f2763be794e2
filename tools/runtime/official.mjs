import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { capture } from './child.mjs'
import { say } from './say.mjs'

// Limits silence, not the whole download: a slow connection may take as long as it needs, and a
// refused one fails after only this.
const SILENCE_MS = 15_000
const WATCH_MS = 1_000
const PROGRESS_MS = 5_000
// After a failure, runs do not retry for a day; ESCROWBOOK_RUNTIME=official retries at once.
const REFUSED_FOR_MS = 24 * 3_600_000

/**
 * The binary of the pinned `electron` package, downloaded if needed; undefined if that fails. Never
 * imports the package: in Node that alone starts a download.
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
  const reason = await download(home)
  const got = await installed(home, version)
  if (got === undefined) {
    say(
      `Electron ${version} could not be downloaded (${reason}); the next attempt is in a day, or now with ESCROWBOOK_RUNTIME=official`,
    )
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
 * Runs the package's own installer for as long as its temporary folder keeps changing, and reports
 * progress.
 * @param {string} home
 * @returns {Promise<string>} the reason it ended, from the installer's own message if it has one
 */
async function download(home) {
  const temporary = await mkdtemp(join(cacheFolder(), 'download-'))
  const silence = new AbortController()
  let last = 0
  let heardAt = Date.now()
  let saidAt = heardAt
  const watch = setInterval(async () => {
    // The archive first grows in the temporary folder, then files appear in dist/.
    const now = (await size(temporary)) + (await size(join(home, 'dist')))
    if (now !== last) heardAt = Date.now()
    last = now
    if (heardAt - saidAt > PROGRESS_MS) {
      say(`${Math.round(now / 1e6)} MB so far`)
      saidAt = heardAt
    }
    if (Date.now() - heardAt > SILENCE_MS) silence.abort()
  }, WATCH_MS)
  try {
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_OVERRIDE_DIST_PATH: undefined }
    const { stderr } = await capture(process.execPath, [join(home, 'install.js')], {
      env,
      signal: silence.signal,
      limitMs: 0,
    })
    return silence.signal.aborted
      ? `no data for ${SILENCE_MS / 1_000} s`
      : (/^\w*Error: (.*)$/m.exec(stderr)?.[1] ?? 'no reason given')
  } finally {
    clearInterval(watch)
    await rm(temporary, { recursive: true, force: true })
  }
}

/**
 * The bytes of a folder's files, plus one per name, so that a new empty file counts as activity.
 * @param {string} folder
 */
async function size(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const each = await Promise.all(names.map(name => stat(join(folder, name)).catch(() => undefined)))
  return each.reduce((sum, found) => sum + 1 + (found?.isFile() ? found.size : 0), 0)
}
