import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ROOT } from '../program.mjs'
import { exists } from '../runtime/child.mjs'
import { installPackages } from '../runtime/libraries.mjs'

/**
 * The options that let electron-builder work when the downloads of Electron and of its own tools
 * are refused. The resulting packages are for testing only, as their version says: their runtime
 * differs from the one that ships.
 * @param {string} electron the path of the fallback binary
 * @returns {Promise<{ args: string[], env: NodeJS.ProcessEnv }>}
 */
export async function testBuild(electron) {
  if (!(await exists('7za', ['i']))) await installPackages(['p7zip-full'])
  const home = dirname(electron)
  const distribution = join(ROOT, 'dist', '.electron')
  await rm(distribution, { recursive: true, force: true })
  await mkdir(distribution, { recursive: true })
  // A writable copy, without the default app.
  await cp(home, distribution, { recursive: true, filter: path => path !== join(home, 'resources') })
  await mkdir(join(distribution, 'resources'))
  const electronVersion = (await readFile(join(home, 'version'), 'utf8')).trim()
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  return {
    args: [
      `-c.electronDist=${distribution}`,
      `-c.electronVersion=${electronVersion}`,
      `-c.extraMetadata.version=${version}-testbuild`,
    ],
    env: {
      CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm.mjs'),
      ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
      ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    },
  }
}
