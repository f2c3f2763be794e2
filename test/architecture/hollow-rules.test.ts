import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../tools/architecture/rules.mjs'
import { ROOT } from '../../tools/program.mjs'

// A rule that names a path which was renamed since matches nothing, and holds nothing, in silence.

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(name => name !== '')
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

/**
 * The patterns of a configuration that match no file of the repository; an exclusion counts like an
 * inclusion.
 */
function hollow(patterns: readonly string[]): string[] {
  return patterns.filter(pattern => !files.some(file => matchesGlob(file, pattern.replace(/^!+/, ''))))
}

const paths = (condition: unknown): string[] => {
  const { path, pathNot } = condition as { path?: string | string[]; pathNot?: string | string[] }
  return [path ?? [], pathNot ?? []].flat()
}

/** The alternatives of a pattern such as `^(main|renderer)/`, each by itself. */
function alternatives(pattern: string): string[] {
  const group = /^\^\(([^()]*\|[^()]*)\)(?!\?)(.*)$/.exec(pattern)
  return group === null ? [pattern] : (group[1] ?? '').split('|').map(each => `^${each}${group[2]}`)
}

describe('every rule matches something', () => {
  test('dependency-cruiser: each path of each rule matches a module', () => {
    const platform = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns']
    const known = [
      ...files,
      ...platform,
      ...['electron', 'react', 'react-dom'].map(name => `node_modules/${name}/index.js`),
    ]
    const named = RULES.flatMap(({ name, ...rule }) =>
      [rule.from, 'to' in rule ? rule.to : {}]
        .flatMap(paths)
        .flatMap(alternatives)
        .map(path => ({ name, path })),
    )
    expect(named.length).toBeGreaterThan(RULES.length)
    expect(named.filter(({ path }) => !known.some(file => new RegExp(path).test(file)))).toEqual([])
  })

  test('biome: each override and exclusion matches a file', () => {
    const { files: all, overrides } = JSON.parse(read('biome.json')) as {
      files: { includes: string[] }
      overrides: { includes: string[] }[]
    }
    expect(hollow([...all.includes, ...overrides.flatMap(({ includes }) => includes)])).toEqual([])
  })

  test('knip: each entry and project pattern matches a file', () => {
    const { entry, project } = JSON.parse(read('knip.json')) as { entry: string[]; project: string[] }
    expect(hollow([...entry, ...project])).toEqual([])
  })

  test('TypeScript: each included folder exists', () => {
    const { include } = JSON.parse(read('tsconfig.json')) as { include: string[] }
    expect(hollow(include.map(name => (name.includes('.') ? name : `${name}/**`)))).toEqual([])
  })

  test.each([
    'electron.vite.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
    'test/bench/bench.config.ts',
    'test/mutation/stryker.config.mjs',
    'test/mutation/vitest.config.ts',
    ...files.filter(name => name.endsWith('soak.config.ts')),
  ])('%s: each path matches a file', config => {
    const text = read(config)
    const fromRoot = [...text.matchAll(/'((?:main|renderer|shared|test|tools)\/[^']*)'/g)].map(([, path = '']) => path)
    const beside = [...text.matchAll(/testMatch: '([\w.-]+\.ts)'/g)].map(([, name = '']) => join(dirname(config), name))
    // A comma parts two patterns, but not the choices within braces.
    const named = [...fromRoot, ...beside].flatMap(path => path.split(/,(?![^{]*\})/))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(path => !files.some(file => file.startsWith(`${path}/`)) && hollow([path]).length > 0)).toEqual(
      [],
    )
  })

  test('package.json: each file named in a script exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = Object.values(scripts).flatMap(script => script.match(/(?:tools|test)\/[\w./-]+\.(?:mjs|ts)/g) ?? [])
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(name => !files.includes(name))).toEqual([])
  })
})
