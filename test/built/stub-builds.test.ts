import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { installBuilder } from '../../tools/packaging/builder.mjs'
import { capture } from '../../tools/runtime/child.mjs'
import { ROOT } from './contents.ts'
import { ASKED_BY_ELECTRON, executableTools, propertyListTools, stubMac, stubWindows } from './stub-electron.ts'

const LIMIT_MS = 120_000
const ELECTRON_VERSION = '33.2.1'
const app = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const configuration = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'))

let work: string
/** The unpacked Windows app, and the output folder with the macOS zip and app. */
let win: string
let mac: string

beforeAll(async () => {
  await installBuilder()
  work = mkdtempSync(join(tmpdir(), 'escrowbook-stub-'))
  stubWindows(join(work, 'electron-win'))
  stubMac(join(work, 'electron-mac'))
  win = join(work, 'win', 'win-unpacked')
  mac = join(work, 'mac', 'mac')
  await Promise.all([pack('win', '--win', 'dir'), pack('mac', '--mac', 'zip')])
}, LIMIT_MS)
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Packs the built app with a stub, by the release's own configuration but for signing. */
async function pack(name: string, ...target: string[]): Promise<void> {
  const program = join(ROOT, 'packaging/node_modules/electron-builder/cli.js')
  const overrides = [
    `electronDist=${join(work, `electron-${name}`)}`,
    `electronVersion=${ELECTRON_VERSION}`,
    `directories.output=${join(work, name)}`,
    ...(name === 'mac' ? ['mac.notarize=false', 'mac.identity=null'] : []),
  ]
  const args = ['--projectDir', ROOT, '--publish', 'never', ...target, '--x64', ...overrides.map(one => `-c.${one}`)]
  const env = existsSync('/usr/bin/7za') ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}
  const { code, stdout, stderr } = await capture(process.execPath, [program, ...args], {
    cwd: ROOT,
    env,
    limitMs: LIMIT_MS,
  })
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${stdout}${stderr}`)
}

/** Each fuse in a binary, by its name in electron-builder.yml. */
async function fusesIn(binary: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(binary)
  const names = Object.keys(FuseV1Options).filter(name => Number.isNaN(Number(name)))
  return Object.fromEntries(
    names.map(name => [
      name[0]?.toLowerCase() + name.slice(1),
      Number(wire[FuseV1Options[name as keyof typeof FuseV1Options] as keyof typeof wire]) === '1'.charCodeAt(0),
    ]),
  )
}

/** The hash of an archive's header, which the app compares at its start. */
function headerHash(asar: string): string {
  const bytes = readFileSync(asar)
  return createHash('sha256')
    .update(bytes.subarray(16, 16 + bytes.readUInt32LE(12)))
    .digest('hex')
}

describe('the Windows app', () => {
  /** The resources of the executable. */
  const resources = (): { type: number | string; id: number | string; bin: ArrayBuffer }[] =>
    executableTools().NtExecutableResource.from(
      executableTools().NtExecutable.from(readFileSync(join(win, 'Escrowbook.exe'))),
    ).entries

  test('has our icon in each of its sizes', () => {
    const ours = executableTools().Data.IconFile.from(readFileSync(join(ROOT, configuration.win.icon)))
    const groups = executableTools().Resource.IconGroupEntry.fromEntries(resources())
    const sizes = (icons: { width: number }[]): number[] => icons.map(({ width }) => width || 256).sort((a, b) => a - b)
    expect(groups).toHaveLength(1)
    expect(sizes(groups[0].icons)).toEqual(sizes(ours.icons))
  })

  test('says its name, its version and whose it is', () => {
    const [version] = executableTools().Resource.VersionInfo.fromEntries(resources())
    expect(version.getStringValues(version.getAllLanguagesForStringValues()[0])).toMatchObject({
      ProductName: app.productName,
      FileDescription: app.productName,
      FileVersion: app.version,
      LegalCopyright: configuration.copyright,
    })
    const [major, minor] = app.version.split('.').map(Number)
    expect(version.fixedInfo.productVersionMS).toBe(major * 0x1_00_00 + minor)
  })

  test('knows the hash of its archive', () => {
    const [integrity] = resources().filter(({ type }) => type === 'INTEGRITY')
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString('utf8'))).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: headerHash(join(win, 'resources/app.asar')) },
    ])
  })

  test('has the fuses of electron-builder.yml', async () => {
    expect(await fusesIn(join(win, 'Escrowbook.exe'))).toEqual(configuration.electronFuses)
  })

  test('has only files that its uninstaller removes by name', () => {
    const script = readFileSync(join(ROOT, configuration.nsis.include), 'utf8').replaceAll(
      /\$\{APP_EXECUTABLE_FILENAME\}/g,
      'Escrowbook.exe',
    )
    const removed = [...script.matchAll(/Delete "\$INSTDIR\\([^"$]+)"/g)].map(
      ([, name = '']) => new RegExp(`^${name.replaceAll('\\', '/').replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
    )
    const files = readdirSync(win, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(win.length + 1)
          .replaceAll('\\', '/'),
      )
    expect(files.length).toBeGreaterThan(15)
    expect(files.filter(file => !removed.some(pattern => pattern.test(file)))).toEqual([])
    expect(files).toContain('bin/escrowbook.cmd')
  })
})

describe('the macOS app', () => {
  const bundle = (): string => join(mac, 'Escrowbook.app')
  const info = (): Record<string, unknown> =>
    propertyListTools().parse(readFileSync(join(bundle(), 'Contents/Info.plist'), 'utf8'))

  test('is named for its version and processor', () => {
    expect(readdirSync(join(work, 'mac'))).toContain(`Escrowbook-${app.version}-mac-x64.zip`)
  })

  test('says its name, its version, its category and its icon in Info.plist', () => {
    expect(info()).toMatchObject({
      CFBundleExecutable: app.productName,
      CFBundleIdentifier: configuration.appId,
      CFBundleShortVersionString: app.version,
      LSApplicationCategoryType: configuration.mac.category,
      NSHumanReadableCopyright: configuration.copyright,
    })
    const icon = join(bundle(), 'Contents/Resources', String(info()['CFBundleIconFile']))
    expect(readFileSync(icon).equals(readFileSync(join(ROOT, configuration.mac.icon)))).toBe(true)
  })

  test('asks for no camera, microphone, Bluetooth or network', () => {
    expect(Object.keys(info()).filter(name => ASKED_BY_ELECTRON.includes(name))).toEqual([])
  })

  test('knows the hash of its archive', () => {
    expect(info()['ElectronAsarIntegrity']).toEqual({
      'Resources/app.asar': {
        algorithm: 'SHA256',
        hash: headerHash(join(bundle(), 'Contents/Resources/app.asar')),
      },
    })
  })

  test('has the fuses of electron-builder.yml', async () => {
    expect(await fusesIn(bundle())).toEqual(configuration.electronFuses)
  })

  test('names its helpers after itself, and brings the notices', () => {
    expect(readdirSync(join(bundle(), 'Contents/Frameworks'))).toEqual(
      expect.arrayContaining(['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map(kind => `Escrowbook Helper${kind}.app`)),
    )
    const resources = readdirSync(join(bundle(), 'Contents/Resources'))
    expect(resources).toEqual(expect.arrayContaining(['THIRD-PARTY.txt', 'LICENSE.txt', 'app.asar']))
  })
})
