import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
// electron-builder itself validates the option names, whenever it packs.
const configuration = parse(read('electron-builder.yml'))
const app = JSON.parse(read('package.json'))

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
    expect(configuration.win.extraFiles).toEqual(notices)
    expect(configuration.linux.extraFiles).toEqual(expect.arrayContaining(notices))
    expect(configuration.mac.extraResources).toEqual(notices)
    expect(configuration.deb.fpm).toEqual(['out/notices/copyright=/usr/share/doc/escrowbook/copyright'])
    expect(configuration.rpm.fpm).toEqual(['out/notices/copyright=/usr/share/licenses/escrowbook/LICENSE'])
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
  for (const override of ['electronDist', 'electronVersion', 'electronDownload', 'beforePack', 'afterPack'])
    expect(text).not.toMatch(new RegExp(`^\\s*${override}:`, 'm'))
})
