// What the release workflow asks about a tag. Prints to stdout; fails if the tag cannot be
// released.
//   node tools/release.mjs check v1.2.3   the tag, package.json and CHANGELOG.md agree
//   node tools/release.mjs notes v1.2.3   the changelog's notes for this version
//   node tools/release.mjs sbom           the SBOM of what ships, as CycloneDX
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npmCommand, ROOT } from './program.mjs'
import { taggedRelease } from './release/changelog.mjs'
import { shippedPart } from './release/sbom.mjs'
import { capture } from './runtime/child.mjs'

const SBOM_LIMIT_MS = 2 * 60_000

const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))

async function release(/** @type {string} */ tag) {
  return taggedRelease({ tag, version, changelog: await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8') })
}

async function sbom() {
  const [command, ...before] = npmCommand()
  const args = [...before, 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']
  const { code, stdout, stderr } = await capture(command, args, { cwd: ROOT, limitMs: SBOM_LIMIT_MS })
  if (code !== 0) throw new Error(`npm sbom ended with ${code}: ${stderr}`)
  return JSON.stringify(shippedPart(JSON.parse(stdout), name), null, 2)
}

try {
  const [task, tag = ''] = process.argv.slice(2)
  if (task === 'check') {
    const { date } = await release(tag)
    console.log(`${tag} is ${name} ${version}, released ${date}.`)
  } else if (task === 'notes') console.log((await release(tag)).notes)
  else if (task === 'sbom') console.log(await sbom())
  else throw new Error('usage: node tools/release.mjs check TAG | notes TAG | sbom')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
