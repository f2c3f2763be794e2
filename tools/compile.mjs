import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')

/**
 * Builds TypeScript modules of this repository for plain Node, into a folder of their own below
 * `out/`, so that tools, measurements and child processes of tests run the product's own code.
 * Dependencies stay where they are.
 * @param {string} name the folder's name
 * @param {Record<string, string>} entries the modules, by the name of the file they become, as paths from the root
 * @returns {Promise<(entry: string) => URL>} where each of them is
 */
export async function compile(name, entries) {
  const outDir = join(ROOT, 'out', name)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
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
