// What the release workflow asks about a tag. Prints to stdout; fails if the tag cannot be
// released.
//   node tools/release.mjs check v1.2.3   the tag, package.json and CHANGELOG.md agree
//   node tools/release.mjs notes v1.2.3   the changelog's notes for this version
//   node tools/release.mjs sbom           the SBOM of what ships, as CycloneDX
//   node tools/release.mjs manifests v1.2.3 SHA256SUMS URL FOLDER
//                                         for winget, Homebrew and Flathub, into a folder
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { npmCommand, ROOT } from './program.mjs'
import { releasesIn, taggedRelease } from './release/changelog.mjs'
import { manifestsOf, sumsIn } from './release/manifests.mjs'
import { shippedPart } from './release/sbom.mjs'
import { capture } from './runtime/child.mjs'

const SBOM_LIMIT_MS = 2 * 60_000

const app = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
const { name, version } = app
const METAINFO = 'packaging/linux/example.escrowbook.app.metainfo.xml'

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

/**
 * Writes the manifests of a tagged release.
 * @param {string} tag
 * @param {string} sums the list of `sha256sum`
 * @param {string} url
 * @param {string} folder
 */
async function manifests(tag, sums, url, folder) {
  const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const { date } = taggedRelease({ tag, version, changelog })
  const releases = releasesIn(changelog).filter(one => one.date !== 'unreleased')
  const metainfo = await readFile(join(ROOT, METAINFO), 'utf8')
  const found = sumsIn(await readFile(sums, 'utf8'))
  for (const [file, text] of Object.entries(manifestsOf({ app, sums: found, url, date, releases, metainfo }))) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
}

try {
  const [task, tag = '', sums = '', url = '', folder = ''] = process.argv.slice(2)
  if (task === 'check') {
    const { date } = await release(tag)
    console.log(`${tag} is ${name} ${version}, released ${date}.`)
  } else if (task === 'notes') console.log((await release(tag)).notes)
  else if (task === 'sbom') console.log(await sbom())
  else if (task === 'manifests' && folder !== '') await manifests(tag, sums, url, folder)
  else throw new Error('usage: node tools/release.mjs check TAG | notes TAG | sbom | manifests TAG SUMS URL FOLDER')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
