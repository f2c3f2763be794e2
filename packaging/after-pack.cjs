const { join } = require('node:path')

/**
 * What Electron's Info.plist asks of macOS on behalf of any app, and this one never uses. Other
 * entries can be changed by electron-builder.yml, but none removed.
 */
const UNUSED = [
  'NSAppTransportSecurity',
  'NSAudioCaptureUsageDescription',
  'NSBluetoothAlwaysUsageDescription',
  'NSBluetoothPeripheralUsageDescription',
  'NSCameraUsageDescription',
  'NSMicrophoneUsageDescription',
]

/** Takes the unused entries out of the app's Info.plist, before it is signed. */
module.exports = async ({ electronPlatformName, appOutDir, packager }) => {
  if (electronPlatformName !== 'darwin') return
  const { parsePlistFile, savePlistFile } = require('app-builder-lib/out/util/plist')
  const file = join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Info.plist')
  const entries = Object.entries(await parsePlistFile(file))
  await savePlistFile(file, Object.fromEntries(entries.filter(([name]) => !UNUSED.includes(name))))
}
