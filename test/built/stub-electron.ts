import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
/** Finds the package builder's own packages, whose types are not installed here. */
const fromBuilder = createRequire(join(ROOT, 'packaging/node_modules/electron-builder/package.json'))

/** The text before a binary's fuses: `@electron/fuses` looks for it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version 1 of the wire, eight fuses, as Electron ships them. */
const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('10110001')])
const ELECTRON = 'Stub'

/** What Electron's own Info.plist asks for on behalf of any app. */
export const ASKED_BY_ELECTRON = [
  'NSAppTransportSecurity',
  'NSAudioCaptureUsageDescription',
  'NSBluetoothAlwaysUsageDescription',
  'NSBluetoothPeripheralUsageDescription',
  'NSCameraUsageDescription',
  'NSMicrophoneUsageDescription',
]

/** Reads and writes executables of Windows; once the package builder is installed. */
export const executableTools = () => fromBuilder('resedit')
/** Reads and writes lists of properties of macOS; once the package builder is installed. */
export const propertyListTools = () => fromBuilder('plist')

function write(folder: string, name: string, content: string | Uint8Array = 'stub'): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content, { mode: 0o755 })
}

/** Lays out a release of Electron for Windows; its executable is small and runs nothing. */
export function stubWindows(folder: string): void {
  const resedit = executableTools()
  const executable = resedit.NtExecutable.createEmpty(false, false)
  const resources = resedit.NtExecutableResource.from(executable)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: ELECTRON, FileDescription: ELECTRON })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  // Data after the sections, where nothing moves it.
  write(folder, 'electron.exe', Buffer.concat([Buffer.from(executable.generate()), WIRE]))
  for (const name of [
    'chrome_100_percent.pak',
    'chrome_200_percent.pak',
    'resources.pak',
    'ffmpeg.dll',
    'd3dcompiler_47.dll',
    'libEGL.dll',
    'libGLESv2.dll',
    'vk_swiftshader.dll',
    'vulkan-1.dll',
    'snapshot_blob.bin',
    'v8_context_snapshot.bin',
    'icudtl.dat',
    'vk_swiftshader_icd.json',
    'version',
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/en-US.pak',
  ])
    write(folder, name)
}

/** Lays out a release of Electron for macOS in the same way. */
export function stubMac(folder: string): void {
  const contents = 'Electron.app/Contents'
  const info = (name: string, more: object = {}): string =>
    propertyListTools().build({
      CFBundleExecutable: name,
      CFBundleName: name,
      CFBundleIdentifier: 'com.github.Electron',
      ...more,
    })
  const asked = Object.fromEntries(
    ASKED_BY_ELECTRON.map(name => [
      name,
      name === 'NSAppTransportSecurity' ? { NSAllowsArbitraryLoads: true } : 'This app needs access',
    ]),
  )
  write(folder, `${contents}/Info.plist`, info('Electron', { CFBundleIconFile: 'electron.icns', ...asked }))
  write(folder, `${contents}/MacOS/Electron`, machO())
  write(folder, `${contents}/Resources/electron.icns`)
  write(folder, `${contents}/Resources/en.lproj/locale.pak`)
  write(folder, `${contents}/Frameworks/Electron Framework.framework/Electron Framework`, machO())
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${kind}`
    write(folder, `${contents}/Frameworks/${helper}.app/Contents/Info.plist`, info(helper))
    write(folder, `${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, machO())
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) write(folder, name)
}

/** The head of a 64-bit Mach-O executable without load commands, and fuses after it. */
function machO(): Buffer {
  const head = Buffer.alloc(32)
  head.writeUInt32LE(0xfe_ed_fa_cf, 0)
  // x86-64, and an executable.
  head.writeUInt32LE(0x01_00_00_07, 4)
  head.writeUInt32LE(3, 8)
  head.writeUInt32LE(2, 12)
  return Buffer.concat([head, WIRE])
}
