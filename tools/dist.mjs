// `npm run dist:linux`: builds the Linux packages that any Linux can build and test, in dist/. The
// release workflow builds everything in electron-builder.yml.
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { testBuild } from './offline/test-build.mjs'
import { runBuilder } from './packaging/builder.mjs'
import { ROOT } from './program.mjs'
import { exists } from './runtime/child.mjs'
import { installPackages } from './runtime/libraries.mjs'
import { describeRuntime, readyRuntime } from './runtime/ready.mjs'

const DIST = join(ROOT, 'dist')
const TARGETS = process.argv.length > 2 ? process.argv.slice(2) : ['deb', 'tar.gz']

async function dist() {
  if (process.platform !== 'linux')
    throw new Error('packages for Linux are made on Linux; for this system: npx --prefix packaging electron-builder')
  if (TARGETS.includes('rpm') && !(await exists('rpmbuild'))) await installPackages(['rpm'])
  const electron = await readyRuntime()
  const official = electron.startsWith(join(ROOT, 'node_modules'))
  await rm(DIST, { recursive: true, force: true })
  const { args, env } = official ? { args: [], env: {} } : await testBuild(electron)
  console.log(
    `Packing with ${await describeRuntime(electron)}${official ? '' : ': a test build, not to be handed out'}.`,
  )
  await runBuilder(['--linux', ...TARGETS, ...args], env)
  await rm(join(DIST, '.electron'), { recursive: true, force: true })
  for (const name of await readdir(DIST)) {
    const found = await stat(join(DIST, name))
    if (found.isFile() && /\.(deb|rpm|tar\.gz|AppImage)$/.test(name))
      console.log(`dist/${name}: ${(found.size / 1e6).toFixed(1)} MB`)
  }
}

try {
  await dist()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
