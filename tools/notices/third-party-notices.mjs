import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianCopyright, pageModule, plainText } from './documents.mjs'
import { noticeOf } from './notice.mjs'

/**
 * The `build.license` option of each of the three builds: the file in which Vite lists the packages
 * it bundled.
 */
export const BUNDLED_LIST = '.vite/license.json'

/** Packages that ship although no script imports them: a font loaded by URL, and the runtime. */
const UNIMPORTED = ['@fontsource/inter', 'electron']

/**
 * A Vite plugin for the last of the three builds. Merges their lists of bundled packages into
 *   notices/THIRD-PARTY.txt    for people; every package installs it
 *   notices/copyright          for the deb and the RPM
 *   renderer/third-party.js    for the page
 * all in out/. Fails the build if a package has no licence text.
 * @param {string} root the project's folder; `program.mjs` does not know it inside a bundled config
 * @returns {import('vite').Plugin}
 */
export function thirdPartyNotices(root) {
  const out = join(root, 'out')
  return {
    name: 'third-party-notices',
    apply: 'build',
    writeBundle: {
      order: 'post',
      async handler() {
        const bundled = (
          await Promise.all(['main', 'preload', 'renderer'].map(part => noticesIn(root, join(out, part))))
        ).flat()
        const unimported = await Promise.all(UNIMPORTED.map(name => noticeOf(root, name)))
        const byId = new Map([...bundled, ...unimported].map(notice => [`${notice.name}@${notice.version}`, notice]))
        const notices = [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
        const text = plainText(notices)
        const { homepage } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
        const licence = await readFile(join(root, 'LICENSE'), 'utf8')
        await mkdir(join(out, 'notices'), { recursive: true })
        await writeFile(join(out, 'notices/THIRD-PARTY.txt'), text)
        await writeFile(join(out, 'notices/copyright'), debianCopyright({ homepage, licence, notices: text }))
        await writeFile(join(out, 'renderer/third-party.js'), pageModule(notices))
      },
    },
  }
}

/**
 * The notices of the packages that one build bundled, from Vite's own list.
 * @param {string} root
 * @param {string} folder the build's output
 * @returns {Promise<import('./notice.mjs').Notice[]>}
 */
async function noticesIn(root, folder) {
  /** @type {{ name: string, version: string, identifier?: string, text?: string }[]} */
  const list = JSON.parse(await readFile(join(folder, BUNDLED_LIST), 'utf8'))
  return Promise.all(
    list.map(({ name, version, identifier, text }) =>
      identifier === undefined || text === undefined
        ? noticeOf(root, name)
        : { name, version, licence: identifier, text },
    ),
  )
}
