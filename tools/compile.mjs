import { dirname, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')

/**
 * Builds TypeScript modules of this repository for plain Node, so that tools, benchmarks and child
 * processes of tests run the product's own code. Packages are imported rather than bundled, unless
 * the output folder is outside the repository.
 * @param {string} name a folder in `out/` for the result, or an absolute path; emptied first
 * @param {Record<string, string>} entries output name → module, as a path from the root
 * @returns {Promise<(entry: string) => URL>} finds the built module of an entry
 */
export async function compile(name, entries) {
  const outDir = resolve(ROOT, 'out', name)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [sourceDirname],
    // Outside the repository there are no packages to import.
    ...(isAbsolute(name) && { ssr: { noExternal: true } }),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: entries,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return entry => pathToFileURL(join(outDir, `${entry}.mjs`))
}

/**
 * Keeps `import.meta.dirname` as the folder of the source file, so that a module finds its
 * fixtures.
 * @type {import('vite').Plugin}
 */
const sourceDirname = {
  name: 'source-dirname',
  transform: (code, id) =>
    code.includes('import.meta.dirname')
      ? code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      : undefined,
}
