import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { manifestsOf, sumsIn } from '../../tools/release/manifests.mjs'

const ROOT = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'escrowbook-manifests-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const URL = 'https://example.org/releases/download/v1.2.3'
const app = {
  version: '1.2.3',
  productName: 'Escrowbook',
  description: 'A ledger: what was deposited, and what may be done next.',
  homepage: 'https://escrowbook.example',
  license: 'MIT',
}
const FILES = [
  'Escrowbook-1.2.3-x64-setup.exe',
  'Escrowbook-1.2.3-arm64-setup.exe',
  'Escrowbook-1.2.3-mac-x64.dmg',
  'Escrowbook-1.2.3-mac-arm64.dmg',
]
const LIST = FILES.map((name, at) => `${String(at).repeat(64)}  ${name}\n`).join('')
const releases = [{ version: '1.2.3', date: '2026-12-01', notes: '- *Undo* is for <any> step\n  & more.\n- Another.' }]
const metainfo = readFileSync(join(ROOT, 'packaging/linux/example.escrowbook.app.metainfo.xml'), 'utf8')
const made = (list = LIST) => manifestsOf({ app, sums: sumsIn(list), url: URL, date: '2026-12-01', releases, metainfo })

test('winget is told of both installers, with their hashes, for one person', () => {
  const files = made()
  const installer = parse(files['winget/Escrowbook.Escrowbook.installer.yaml'] ?? '')
  expect(installer).toMatchObject({ PackageVersion: '1.2.3', Scope: 'user', InstallerType: 'nullsoft' })
  expect(installer.Installers).toEqual([
    { Architecture: 'x64', InstallerUrl: `${URL}/${FILES[0]}`, InstallerSha256: '0'.repeat(64) },
    { Architecture: 'arm64', InstallerUrl: `${URL}/${FILES[1]}`, InstallerSha256: '1'.repeat(64) },
  ])
  expect(parse(files['winget/Escrowbook.Escrowbook.locale.en-US.yaml'] ?? '')).toMatchObject({
    PackageName: 'Escrowbook',
    ShortDescription: app.description,
  })
  expect(parse(files['winget/Escrowbook.Escrowbook.yaml'] ?? '')).toMatchObject({ DefaultLocale: 'en-US' })
})

test('Homebrew is told of both disk images, and never removes a book', () => {
  const cask = made()['homebrew/escrowbook.rb'] ?? ''
  expect(cask).toContain(`sha256 arm:   "${'3'.repeat(64)}",`)
  expect(cask).toContain(`intel: "${'2'.repeat(64)}"`)
  expect(cask).toContain('v#{version}/Escrowbook-#{version}-mac-#{arch}.dmg"')
  expect(/zap trash: (.*)/.exec(cask)?.[1]).not.toContain('Application Support')
})

test('Flathub is told of each release, with its notes', () => {
  const text = made()['flathub/example.escrowbook.app.metainfo.xml'] ?? ''
  expect(text).toContain('<release version="1.2.3" date="2026-12-01">')
  expect(text).toContain('<li>Undo is for &lt;any&gt; step &amp; more.</li>')
  const file = join(scratch, 'example.escrowbook.app.metainfo.xml')
  writeFileSync(file, text)
  const { status, error, stdout } = spawnSync('appstreamcli', ['validate', '--no-net', file], { encoding: 'utf8' })
  // Where the program is missing, the test of the metainfo that the packages install says so.
  if (error === undefined) expect({ status, stdout }).toMatchObject({ status: 0 })
})

test('a release that lacks a package that they name has no manifests', () => {
  expect(() => made(LIST.split('\n').slice(1).join('\n'))).toThrow('the release has no Escrowbook-1.2.3-x64-setup.exe')
  expect(() => made('not a sum')).toThrow('is not a line of sha256sum')
})
