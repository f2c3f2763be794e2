import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aboutPanel, type RunningApp } from '../../../main/electron/window/about-panel.ts'

const linux: RunningApp = {
  version: '1.2.3',
  platform: 'linux',
  isPackaged: true,
  executable: join('/opt', 'Escrowbook', 'escrowbook'),
  resources: join('/opt', 'Escrowbook', 'resources'),
  source: join('/opt', 'Escrowbook', 'resources', 'app.asar'),
}

test.each<[string, RunningApp, string]>([
  ['beside the binary, installed on Linux or Windows', linux, join('/opt', 'Escrowbook', 'THIRD-PARTY.txt')],
  [
    'in the bundle’s resources on macOS',
    { ...linux, platform: 'darwin' },
    join('/opt', 'Escrowbook', 'resources', 'THIRD-PARTY.txt'),
  ],
  [
    'in out/ in development',
    { ...linux, isPackaged: false, source: '/home/me/escrowbook' },
    join('/home/me/escrowbook', 'out', 'notices', 'THIRD-PARTY.txt'),
  ],
])('the About panel shows the version, the licence, and where the notices are %s', (_, running, file) => {
  const { applicationName, applicationVersion, copyright } = aboutPanel(running)
  expect({ applicationName, applicationVersion }).toEqual({
    applicationName: 'Escrowbook',
    applicationVersion: '1.2.3',
  })
  expect(copyright).toContain('MIT licence')
  expect(copyright?.split('\n').at(-1)).toBe(`Third-party licences: ${file}`)
})
