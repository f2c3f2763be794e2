import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The notice of one package that ships: its licence as an SPDX identifier, and the licence's text.
 * @typedef {{ name: string, version: string, licence: string, text: string }} Notice
 */

const LICENCE_FILE = /^(licen[cs]e|copying)/i

/**
 * The permission notice of the MIT licence, for a package that states this licence but ships no
 * text of it.
 */
const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`

/**
 * Reads the notice of an installed package. Throws if the package states no licence, or ships no
 * licence text and we have none for it.
 * @param {string} root the folder with node_modules
 * @param {string} name
 * @returns {Promise<Notice>}
 */
export async function noticeOf(root, name) {
  const folder = join(root, 'node_modules', name)
  const { version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string') throw new Error(`the package ${name} states no licence`)
  const file = (await readdir(folder)).find(entry => LICENCE_FILE.test(entry))
  if (file !== undefined)
    return { name, version, licence: license, text: (await readFile(join(folder, file), 'utf8')).trim() }
  // The text of the package's repository, for one that leaves it out of what it publishes.
  const byHand = await readFile(join(root, 'tools/notices/texts', `${name}.txt`), 'utf8').catch(() => undefined)
  if (byHand !== undefined) return { name, version, licence: license, text: byHand.trim() }
  const holder = typeof author === 'string' ? author : author?.name
  if (license !== 'MIT' || holder === undefined)
    throw new Error(`the package ${name} (${license}) ships no licence text; add one by hand in tools/notices/texts/`)
  return { name, version, licence: license, text: `MIT License\n\nCopyright (c) ${holder}\n\n${MIT_TEXT}` }
}
