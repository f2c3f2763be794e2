import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contents, ROOT } from './contents.ts'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: true }>>
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const manifest: Manifest = JSON.parse(read('package.json'))
const lock: Lock = JSON.parse(read('package-lock.json'))
const bundled = new Set(contents.packages.map(({ name }) => name))

/** The packages that a module imports values from, statically or by `import('…')`; not Node's. */
function importedBy(source: string): string[] {
  const statements = source.matchAll(
    /^(?:import|export) (?!type )(?:[\w$*{}\s,]+? from )?'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...statements]
    .map(([, named, loaded]) => named ?? loaded ?? '')
    .filter(specifier => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map(specifier => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
}

/**
 * The packages that our modules in the build import. Electron is the runtime, and never bundled.
 */
const imported = new Set(contents.ownModules.flatMap(({ source }) => importedBy(source)))
imported.delete('electron')

describe('the dependencies in package.json', () => {
  test('are exactly the packages that our modules in the build import, and the font loaded by URL', () => {
    expect(imported.size).toBeGreaterThan(10)
    expect(Object.keys(manifest.dependencies).sort()).toEqual([...imported, '@fontsource/inter'].sort())
    expect(bundled).toContain('@fontsource/inter')
  })

  test('are all present in the build', () => {
    // radix-ui only re-exports the packages of its scope.
    const scopes = [...bundled].map(name => name.split('/')[0])
    for (const name of Object.keys(manifest.dependencies))
      expect(bundled.has(name) || scopes.includes(`@${name}`), name).toBe(true)
  })

  test('depend on all other packages in the build: none is there for development only', () => {
    const development = contents.packages.filter(({ name, folder }) => {
      const entry = lock.packages[folder.slice(ROOT.length + 1).replaceAll('\\', '/')]
      if (entry === undefined) throw new Error(`${name} is not in package-lock.json`)
      return entry.dev === true
    })
    expect(development).toEqual([])
  })

  test('do not include Electron, which the packager requires among the development dependencies', () => {
    expect(manifest.devDependencies).toHaveProperty('electron')
  })
})
