import { lstat, open, readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../../runtime/child.mjs'
import { sizeOf } from './system.mjs'

/** The app's folder after installation. */
export const HOME = '/opt/Escrowbook'
const ICON_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const DESKTOP_FILE = '/usr/share/applications/escrowbook.desktop'

/**
 * Checks the installed files: command, launcher, icons, permissions, and the archive's contents.
 * @param {import('./report.mjs').Report} report
 */
export async function checkInstalledFiles(report) {
  const command = await realpath('/usr/bin/escrowbook').catch(String)
  report.check(command === join(HOME, 'bin', 'escrowbook'), 'the command escrowbook is installed', command)

  const { code, stdout, stderr } = await capture('desktop-file-validate', [DESKTOP_FILE])
  report.check(code === 0 && stdout + stderr === '', 'the launcher is valid for freedesktop.org', stdout + stderr)
  const launcher = await readFile(DESKTOP_FILE, 'utf8').catch(String)
  for (const line of ['Name=Escrowbook', 'Icon=escrowbook', 'StartupWMClass=escrowbook', 'Categories=Office;Finance;'])
    report.check(launcher.includes(`${line}\n`), `the launcher says ${line}`, launcher)

  const metainfo = '/usr/share/metainfo/example.escrowbook.app.metainfo.xml'
  const there = (await readFile(metainfo, 'utf8').catch(String)).includes('<launchable type="desktop-id">escrowbook')
  report.check(there, 'what software centres read is installed')

  /** @type {number[]} */
  const missing = []
  for (const size of ICON_SIZES) {
    const png = await readFile(`/usr/share/icons/hicolor/${size}x${size}/apps/escrowbook.png`).catch(() =>
      Buffer.alloc(24),
    )
    if (png.readUInt32BE(16) !== size || png.readUInt32BE(20) !== size) missing.push(size)
  }
  report.check(missing.length === 0, `icons of ${ICON_SIZES.join(', ')} pixels are installed`, missing)

  const loose = await looseFiles(HOME)
  report.check(loose.length === 0, 'everything belongs to root, and nobody else can write to it', loose)

  const asar = join(HOME, 'resources', 'app.asar')
  const inside = await asarFiles(asar)
  const strange = inside.filter(
    path => !/^\/(out\/(main|preload|renderer)\/.+|package\.json)$/.test(path) || /\.map$|\/\.vite\//.test(path),
  )
  report.check(
    inside.includes('/out/main/index.js') && strange.length === 0,
    'the archive has the build and package.json, and nothing else',
    strange,
  )
  const resources = (await readdir(join(HOME, 'resources'))).sort()
  report.check(
    resources.join() === 'app.asar,apparmor-profile',
    'the only other resource is the AppArmor profile',
    resources,
  )
  report.tell(
    `installed size ${megabytes(await sizeOf(HOME))}, of which app.asar ${megabytes((await lstat(asar)).size)} in ${inside.length} files`,
  )
}

/** The command that a desktop runs, from the launcher. */
export async function launcherCommand() {
  const launcher = await readFile(DESKTOP_FILE, 'utf8')
  const words = /^Exec=(.*)$/m.exec(launcher)?.[1]?.split(' ') ?? []
  // The desktop would replace %U with the addresses to open; there are none.
  return words.filter(word => !word.startsWith('%'))
}

/**
 * Checks the fuses in the installed binary.
 * @param {import('./report.mjs').Report} report
 */
export async function checkFuses(report) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(join(HOME, 'escrowbook'))
  /** @type {[keyof typeof FuseV1Options, boolean][]} */
  const wanted = [
    ['RunAsNode', false],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['OnlyLoadAppFromAsar', true],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['GrantFileProtocolExtraPrivileges', false],
    ['EnableCookieEncryption', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
  ]
  for (const [fuse, on] of wanted) {
    // A fuse is the character 1 or 0 in the binary.
    const state = String.fromCharCode(Number(wire[FuseV1Options[fuse]]))
    report.check(state === (on ? '1' : '0'), `the fuse ${fuse} is ${on ? 'on' : 'off'}`, state)
  }
}

/**
 * Files that a user other than root owns or can write to, and setuid files other than Chromium's
 * sandbox.
 * @param {string} folder
 */
async function looseFiles(folder) {
  /** @type {string[]} */
  const loose = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const { mode, uid, gid } = await lstat(path)
    const asOther = (mode & 0o7000) !== 0 && entry.name !== 'chrome-sandbox'
    if (uid !== 0 || gid !== 0 || (mode & 0o022) !== 0 || asOther || (mode & 0o044) !== 0o044)
      loose.push(`${path} ${uid}:${gid} ${mode.toString(8)}`)
  }
  return loose
}

/**
 * The paths in an asar archive, from its header.
 * @param {string} file
 * @returns {Promise<string[]>}
 */
async function asarFiles(file) {
  const handle = await open(file)
  try {
    const { buffer: lengths } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    const length = lengths.readUInt32LE(12)
    const { buffer: head } = await handle.read(Buffer.alloc(length), 0, length, 16)
    return pathsIn(JSON.parse(head.toString('utf8')), '')
  } finally {
    await handle.close()
  }
}

/**
 * @param {{ files?: Record<string, any> }} folder
 * @param {string} at
 * @returns {string[]}
 */
function pathsIn({ files = {} }, at) {
  return Object.entries(files).flatMap(([name, entry]) =>
    entry.files ? pathsIn(entry, `${at}/${name}`) : [`${at}/${name}`],
  )
}

const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`
