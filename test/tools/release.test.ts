import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { releasesIn, taggedRelease } from '../../tools/release/changelog.mjs'

const ROOT = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const changelog = `# Changelog

## 0.2.0, unreleased

- Not out yet.

## 0.1.1, 2026-12-05

- A second line of work
  that wraps.
- And another.

## 0.1.0, 2026-12-01

- First.
`
const release = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'tools/release.mjs'), ...args], { encoding: 'utf8' })

describe('a release', () => {
  test('has the notes of its own version only', () => {
    expect(taggedRelease({ tag: 'v0.1.1', version: '0.1.1', changelog })).toEqual({
      version: '0.1.1',
      date: '2026-12-05',
      notes: '- A second line of work\n  that wraps.\n- And another.',
    })
    expect(taggedRelease({ tag: 'v0.1.0', version: '0.1.0', changelog }).notes).toBe('- First.')
  })

  test.each([
    ['its version is still called unreleased', 'v0.2.0', '0.2.0', /unreleased/],
    ['the tag and package.json differ', 'v0.1.1', '0.1.0', /not v0\.1\.0/],
    ['the tag lacks its v', '0.1.0', '0.1.0', /not v0\.1\.0/],
    ['the changelog has no such version', 'v0.3.0', '0.3.0', /no section for 0\.3\.0/],
  ])('is refused if %s', (_, tag, version, problem) => {
    expect(() => taggedRelease({ tag, version, changelog })).toThrow(problem)
  })

  test.each([
    ['an impossible day', '## 1.0.0, 2026-02-30\n\n- Notes.\n', /2026-02-30/],
    ['no notes', '## 1.0.0, 2026-02-28\n', /says nothing/],
    ['no day', '## 1.0.0\n\n- Notes.\n', /YYYY-MM-DD/],
  ])('is refused if its section has %s', (_, section, problem) => {
    expect(() => taggedRelease({ tag: 'v1.0.0', version: '1.0.0', changelog: section })).toThrow(problem)
  })

  test('is read from our changelog, whose newest section is for the version in package.json', () => {
    const [newest] = releasesIn(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))
    expect(newest?.version).toBe(manifest.version)
    const { status, stdout, stderr } = release('notes', `v${manifest.version}`)
    if (newest?.date === 'unreleased')
      expect({ status, stdout, stderr }).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringContaining('unreleased'),
      })
    else expect({ status, stdout }).toEqual({ status: 0, stdout: `${newest?.notes}\n` })
  })

  test('is stopped by an exit code if its tag names another version', () => {
    const { status, stdout, stderr } = release('check', 'v99.0.0')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`v${manifest.version}`)
  })
})

test('the SBOM lists all dependencies, direct and indirect, and Electron, but no development tool', () => {
  const { status, stdout, stderr } = release('sbom')
  expect(status, stderr).toBe(0)
  const sbom: { metadata: { component: object }; components: { name: string; version: string }[] } = JSON.parse(stdout)
  expect(sbom.metadata.component).toMatchObject({ type: 'application', name: 'escrowbook', version: manifest.version })
  const versions = Object.fromEntries(sbom.components.map(({ name, version }) => [name, version]))
  expect(versions).toMatchObject({ ...manifest.dependencies, electron: manifest.devDependencies.electron })
  // Indirect ones; a development tool needs the second too.
  expect(Object.keys(versions)).toEqual(expect.arrayContaining(['@radix-ui/react-dialog', 'tslib']))
  const tools = Object.keys(manifest.devDependencies).filter(name => name !== 'electron')
  expect(tools.filter(name => name in versions)).toEqual([])
})
