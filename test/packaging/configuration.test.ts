import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
/** True if the program that checks what software centres read is there. */
const HAS_APPSTREAM = spawnSync('appstreamcli', ['--version']).status === 0
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
// electron-builder itself validates the option names, whenever it packs.
const configuration = parse(read('electron-builder.yml'))
const app = JSON.parse(read('package.json'))

const METAINFO_FILE = 'packaging/linux/example.escrowbook.app.metainfo.xml'
const METAINFO = `${METAINFO_FILE}=/usr/share/metainfo/example.escrowbook.app.metainfo.xml`

describe('the installers', () => {
  test('are built for all three systems, and for each processor in common use', () => {
    const targets = (system: 'win' | 'mac'): Record<string, string[]> =>
      Object.fromEntries(
        configuration[system].target.map(({ target, arch }: { target: string; arch: string[] }) => [target, arch]),
      )
    expect(targets('win')).toEqual({ nsis: ['x64', 'arm64'], portable: ['x64'] })
    expect(targets('mac')).toEqual({ dmg: ['x64', 'arm64'], zip: ['x64', 'arm64'] })
    expect(configuration.linux.target).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz'])
  })

  test('need no administrator on Windows, and uninstalling leaves the book', () => {
    expect(configuration.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    })
    expect(configuration.portable.requestExecutionLevel).toBe('user')
  })

  test('remove from the program’s folder on Windows only what they put there, name by name', () => {
    expect(configuration.nsis.include).toBe('packaging/windows/installer.nsh')
    const script = read(configuration.nsis.include)
    expect(script).not.toMatch(/RMDir \/r/i)
    // Besides Electron's own files, which the release workflow looks for after uninstalling.
    for (const { to } of configuration.win.extraFiles)
      expect(script).toContain(`Delete "$INSTDIR\\${to.replaceAll('/', '\\')}"`)
    expect(script).toContain('!macro customRemoveFiles')
  })

  test('ask nobody for whom they install on Windows, and leave no copy and no program for raising rights', () => {
    expect(configuration.nsis.packElevateHelper).toBe(false)
    const script = read(configuration.nsis.include)
    expect(script).toContain('StrCpy $isForceCurrentInstall "1"')
    expect(script).toContain('Delete "$LOCALAPPDATA\\escrowbook-updater\\installer.exe"')
  })

  test('unpack each start of the portable app into its own folder', () => {
    expect(configuration.portable.unpackDirName).toBe(true)
  })

  test('start an AppImage in Chromium’s sandbox, without FUSE 2', () => {
    expect(configuration.appImage.executableArgs).toEqual([])
    expect(configuration.toolsets.appimage).not.toBe('0.0.0')
  })

  test('tell software centres of this version', () => {
    const metainfo = read(METAINFO_FILE)
    expect(metainfo).toContain(`<id>${configuration.appId}</id>`)
    expect(metainfo).toContain(`<launchable type="desktop-id">${app.desktopName}</launchable>`)
    expect(/<release version="([^"]+)"/.exec(metainfo)?.[1]).toBe(app.version)
    expect(metainfo).toContain(app.homepage)
    expect(configuration.linux.extraFiles).toContainEqual({
      from: METAINFO_FILE,
      to: 'usr/share/metainfo/example.escrowbook.app.metainfo.xml',
    })
  })

  test.skipIf(!HAS_APPSTREAM)('tell software centres in words that AppStream accepts', () => {
    const { status, stdout } = spawnSync('appstreamcli', ['validate', '--no-net', METAINFO_FILE], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toMatchObject({ status: 0 })
    expect(stdout).not.toMatch(/^[EW]:/m)
  })

  test('bring the command escrowbook to a terminal on Windows, with that system’s line ends', () => {
    const command = read('packaging/windows/escrowbook.cmd')
    expect(command).toContain('start "" /b /wait "%~dp0..\\Escrowbook.exe" %*')
    expect(command).toContain('exit /b %errorlevel%')
    expect(command.split('\r\n').join('')).not.toContain('\n')
  })

  test('contain the build and nothing else', () => {
    expect(configuration.files).toEqual([
      'out/{main,preload,renderer}/**',
      '!**/*.map',
      '!**/.vite/**',
      'package.json',
      '!node_modules/**',
    ])
    expect(configuration.asar).toBe(true)
    expect(app.main).toMatch(/^out\//)
  })

  test('include our licence and the third-party notices next to those of Electron, on every system', () => {
    const notices = [
      { from: 'out/notices/THIRD-PARTY.txt', to: 'THIRD-PARTY.txt' },
      { from: 'LICENSE', to: 'LICENSE.txt' },
    ]
    expect(configuration.win.extraFiles).toEqual(expect.arrayContaining(notices))
    expect(configuration.linux.extraFiles).toEqual(expect.arrayContaining(notices))
    expect(configuration.mac.extraResources).toEqual(notices)
    expect(configuration.deb.fpm).toEqual(['out/notices/copyright=/usr/share/doc/escrowbook/copyright', METAINFO])
    expect(configuration.rpm.fpm).toEqual(['out/notices/copyright=/usr/share/licenses/escrowbook/LICENSE', METAINFO])
  })

  test('never look for updates, and publish nothing', () => {
    expect(configuration.publish).toBeNull()
    expect(configuration.dmg.writeUpdateInfo).toBe(false)
  })

  test('contain a binary that runs nothing except the app', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    })
  })

  test('request no macOS entitlement except just-in-time compilation', () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const rights = [...read(configuration.mac.entitlements).matchAll(/<key>(.+)<\/key>/g)].map(found => found[1])
    expect(rights).toEqual(['com.apple.security.cs.allow-jit'])
  })

  test('name icons and entitlements that exist', () => {
    const { win, mac, linux } = configuration
    for (const file of [win.icon, mac.icon, linux.icon, mac.entitlements, mac.entitlementsInherit])
      expect(existsSync(join(ROOT, file)), file).toBe(true)
  })

  test('keep every language of Chromium: without its file, a person would get American numbers and dates', () => {
    expect(configuration).not.toHaveProperty('electronLanguages')
  })

  test('state the author, the homepage, the licence, and the launcher that a window belongs to', () => {
    expect(app.author).toMatch(/^.+ <.+@.+>$/)
    expect(app.homepage).toMatch(/^https:/)
    expect(app.license).toBe('MIT')
    expect(configuration.linux.syncDesktopName).toBe(true)
    expect(app.desktopName).toBe(`${configuration.linux.executableName}.desktop`)
  })
})

test('the release configuration has none of the overrides for machines without downloads', () => {
  const text = read('electron-builder.yml')
  for (const override of ['electronDist', 'electronVersion', 'electronDownload', 'beforePack'])
    expect(text).not.toMatch(new RegExp(`^\\s*${override}:`, 'm'))
  expect(configuration.afterPack).toBe('packaging/after-pack.cjs')
})
