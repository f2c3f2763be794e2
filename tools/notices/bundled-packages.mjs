import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'

/**
 * A package whose code or files are in a build.
 * @typedef {{ name: string, version: string, folder: string }} BundledPackage
 */

/**
 * The content of a build, read from its output alone: the source maps name each module of the
 * scripts, and a font is recognised by its bytes.
 * @typedef {object} Contents
 * @property {BundledPackage[]} packages sorted by name
 * @property {{ path: string, source: string }[]} ownModules the modules of this repository
 */

const CODE = new Set(['.js', '.cjs', '.css', '.html', '.map', '.json', '.txt'])

/**
 * Reads what is in the built app. Throws if an asset comes from no package in node_modules.
 * @param {string} root the project's folder, built
 * @returns {Promise<Contents>}
 */
export async function contentsOf(root) {
  const parts = ['main', 'preload', 'renderer'].map(part => join(root, 'out', part))
  const files = (await Promise.all(parts.map(filesIn))).flat()
  /** @type {Map<string, string>} */
  const sources = new Map()
  for (const file of files.filter(one => one.endsWith('.map'))) {
    const map = JSON.parse(await readFile(file, 'utf8'))
    // A module that a build tool made up has no path.
    for (const [index, source] of map.sources.entries())
      if (!source.startsWith('\0'))
        sources.set(slashed(resolve(dirname(file), source)), map.sourcesContent[index] ?? '')
  }
  const paths = [...sources.keys()]
  for (const file of files.filter(one => !CODE.has(extname(one)))) paths.push(slashed(await originOf(root, file)))
  return {
    packages: await packagesOf(paths.filter(path => path.includes('/node_modules/'))),
    ownModules: paths
      .filter(path => !path.includes('/node_modules/'))
      .map(path => ({ path, source: sources.get(path) ?? '' })),
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/**
 * The font file of a dependency that an asset is a copy of. Vite puts a hash before the extension.
 * @param {string} root
 * @param {string} asset
 * @returns {Promise<string>}
 */
async function originOf(root, asset) {
  const bytes = await readFile(asset)
  const name = `${basename(asset, extname(asset)).replace(/-.{8}$/, '')}${extname(asset)}`
  const scopes = (await readdir(join(root, 'node_modules'))).filter(scope => scope.startsWith('@fontsource'))
  for (const scope of scopes) {
    for (const font of await readdir(join(root, 'node_modules', scope))) {
      const path = join(root, 'node_modules', scope, font, 'files', name)
      if ((await readFile(path).catch(() => undefined))?.equals(bytes)) return path
    }
  }
  throw new Error(`${asset} comes from no package: say in tools/notices/ whose it is`)
}

/**
 * The packages that files lie in, each once.
 * @param {string[]} paths
 * @returns {Promise<BundledPackage[]>}
 */
async function packagesOf(paths) {
  const folders = new Set(paths.map(path => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? ''))
  const packages = await Promise.all(
    [...folders].map(async folder => {
      const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      return { name, version, folder }
    }),
  )
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The same path with slashes, also on Windows.
 * @param {string} path
 */
const slashed = path => path.replaceAll('\\', '/')
