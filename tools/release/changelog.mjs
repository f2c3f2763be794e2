const HEADING = /^## (?<version>\d+\.\d+\.\d+\S*), (?<date>.+)$/

/**
 * The section of CHANGELOG.md for one version.
 * @typedef {{ version: string, date: string, notes: string }} Release
 */

/**
 * The releases in a changelog, in the order written, newest first. `date` is what follows the
 * version in the heading: a day, or "unreleased".
 * @param {string} changelog
 * @returns {Release[]}
 */
export function releasesIn(changelog) {
  return changelog
    .split(/^(?=## )/m)
    .filter(section => section.startsWith('## '))
    .map(section => {
      const [heading = '', ...lines] = section.split('\n')
      const { version, date } = HEADING.exec(heading)?.groups ?? {}
      if (version === undefined || date === undefined)
        throw new Error(`CHANGELOG.md: “${heading}” is not “## VERSION, YYYY-MM-DD”`)
      return { version, date, notes: lines.join('\n').trim() }
    })
}

/**
 * The release that a tag names. Throws, saying what to do, unless the tag is that of package.json's
 * version and the changelog has dated notes for it.
 * @param {{ tag: string, version: string, changelog: string }} given `version` is package.json's
 * @returns {Release}
 */
export function taggedRelease({ tag, version, changelog }) {
  if (tag !== `v${version}`) throw new Error(`the tag ${tag} is not v${version}, the version in package.json`)
  const release = releasesIn(changelog).find(one => one.version === version)
  if (release === undefined) throw new Error(`CHANGELOG.md has no section for ${version}`)
  if (!isDay(release.date))
    throw new Error(`CHANGELOG.md calls ${version} “${release.date}”; give it the day of the release, as YYYY-MM-DD`)
  if (release.notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}`)
  return release
}

/** @param {string} text */
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
