// `npm run icons`: renders build/icon.svg at every size the three systems need. The results are
// committed: run it only after changing the drawing.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ICNS_SIZES, icns, ico } from './icons/containers.mjs'
import { ROOT } from './program.mjs'
import { capture } from './runtime/child.mjs'

const BUILD = join(ROOT, 'build')
const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]
// macOS icons have a margin: the drawing takes up 824 of 1024 pixels.
const MAC_SHARE = 824 / 1024

/**
 * @param {string} svg
 * @param {number} size in pixels
 * @param {number} [share] the drawing's share of the size, from 0 to 1
 * @returns {Promise<import('./icons/containers.mjs').Picture>}
 */
async function draw(svg, size, share = 1) {
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-icons-'))
  try {
    // Whole pixels: a fractional margin would blur the smallest icons.
    const inner = Math.round((size * share) / 2) * 2
    const margin = (size - inner) / 2
    const placed = svg.replace('<svg ', `<svg x="${margin}" y="${margin}" width="${inner}" height="${inner}" `)
    const source = join(scratch, 'icon.svg')
    const picture = join(scratch, 'icon.png')
    await writeFile(source, `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${placed}</svg>`)
    const { code, stderr } = await capture('rsvg-convert', [source, '--output', picture])
    if (code === 127)
      throw new Error(
        'rsvg-convert is missing; on Debian and Ubuntu: sudo apt-get install -y librsvg2-bin, on macOS: brew install librsvg',
      )
    if (code !== 0) throw new Error(stderr)
    return { size, png: await readFile(picture) }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

try {
  const svg = await readFile(join(BUILD, 'icon.svg'), 'utf8')
  await mkdir(join(BUILD, 'icons'), { recursive: true })
  for (const size of LINUX_SIZES)
    await writeFile(join(BUILD, 'icons', `${size}x${size}.png`), (await draw(svg, size)).png)
  await writeFile(join(BUILD, 'icon.ico'), ico(await Promise.all(WINDOWS_SIZES.map(size => draw(svg, size)))))
  await writeFile(join(BUILD, 'icon.icns'), icns(await Promise.all(ICNS_SIZES.map(size => draw(svg, size, MAC_SHARE)))))
  console.log(`Icons of ${LINUX_SIZES.join(', ')} pixels, icon.ico and icon.icns are in build/.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
