const RULE = '='.repeat(80)

/** @param {import('./notice.mjs').Notice} notice */
const titleOf = ({ name, version, licence }) => `${name} ${version} (${licence})`

/**
 * The notices as one plain text: a list of all packages, then each licence text once, under the
 * packages that use it.
 * @param {readonly import('./notice.mjs').Notice[]} notices sorted by name
 * @returns {string}
 */
export function plainText(notices) {
  /** @type {Map<string, string[]>} */
  const titlesByText = new Map()
  for (const notice of notices) {
    const titles = titlesByText.get(notice.text) ?? []
    titlesByText.set(notice.text, [...titles, titleOf(notice)])
  }
  const sections = [...titlesByText].map(([text, titles]) => `${RULE}\n${titles.join('\n')}\n${RULE}\n\n${text}\n`)
  return `Third-party notices of Escrowbook

Escrowbook itself is under the MIT licence. It contains the packages listed
here, each under its own licence; the texts follow the list. Chromium, Node.js
and the rest of what Electron contains have their notices in
LICENSES.chromium.html, which is installed in the same folder as the app's
THIRD-PARTY.txt.

${notices.map(notice => `  ${titleOf(notice)}`).join('\n')}

${sections.join('\n')}`
}

/**
 * The notices as an ES module for the app's page, whose content security policy lets it import its
 * own scripts but not fetch anything: `export const notices = [{ name, version, licence, text },
 * …]`.
 * @param {readonly import('./notice.mjs').Notice[]} notices
 * @returns {string}
 */
export function pageModule(notices) {
  return `export const notices = ${JSON.stringify(notices, null, 1)}\n`
}

/**
 * The `copyright` file that Debian requires in every package; the RPM installs it too.
 * @param {{ homepage: string, licence: string, notices: string }} app `licence` is the text of
 * Escrowbook's own, `notices` is what `plainText` returns
 * @returns {string}
 */
export function debianCopyright({ homepage, licence, notices }) {
  return `Escrowbook, ${homepage}

${licence.trim()}

${RULE}

${notices}`
}
