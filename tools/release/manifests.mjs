/**
 * A package of the release, by its file name, with its SHA-256.
 * @typedef {Map<string, string>} Sums
 */

const ID = 'Escrowbook.Escrowbook'
/** The schema of winget's manifests. */
const SCHEMA = '1.10.0'

/**
 * The packages in a list of `sha256sum`.
 * @param {string} list
 * @returns {Sums}
 */
export function sumsIn(list) {
  const lines = list.trim().split('\n')
  return new Map(
    lines.map(line => {
      const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
      if (sum === undefined || name === undefined) throw new Error(`“${line}” is not a line of sha256sum`)
      return [name, sum]
    }),
  )
}

/**
 * The files that package managers and software centres take, by name: winget's three manifests, a
 * Homebrew cask, and the AppStream metainfo with every release, for Flathub. Throws if the release
 * lacks a package that they name.
 * @param {object} release
 * @param {{ version: string, productName: string, description: string, homepage: string, license: string }} release.app
 * @param {Sums} release.sums
 * @param {string} release.url the address of the folder that holds the packages
 * @param {string} release.date
 * @param {{ version: string, date: string, notes: string }[]} release.releases
 * @param {string} release.metainfo the one that the packages install
 * @returns {Record<string, string>}
 */
export function manifestsOf({ app, sums, url, date, releases, metainfo }) {
  const { version, productName } = app
  const sumOf = (/** @type {string} */ name) => {
    const sum = sums.get(name)
    if (sum === undefined) throw new Error(`the release has no ${name}`)
    return sum
  }
  const setup = (/** @type {string} */ arch) => `${productName}-${version}-${arch}-setup.exe`
  const dmg = (/** @type {string} */ arch) => `${productName}-${version}-mac-${arch}.dmg`
  return {
    [`winget/${ID}.yaml`]: `${wingetHead('version', version)}DefaultLocale: en-US\n`,
    [`winget/${ID}.locale.en-US.yaml`]: `${wingetHead('defaultLocale', version)}PackageLocale: en-US
Publisher: Escrowbook contributors
PackageName: ${productName}
PackageUrl: ${app.homepage}
License: ${app.license}
ShortDescription: ${JSON.stringify(app.description)}
`,
    [`winget/${ID}.installer.yaml`]: `${wingetHead('installer', version)}InstallerType: nullsoft
Scope: user
UpgradeBehavior: install
ReleaseDate: ${date}
Installers:
${['x64', 'arm64']
  .map(
    arch => `  - Architecture: ${arch}
    InstallerUrl: ${url}/${setup(arch)}
    InstallerSha256: "${sumOf(setup(arch)).toUpperCase()}"
`,
  )
  .join('')}`,
    'homebrew/escrowbook.rb': `cask "escrowbook" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${sumOf(dmg('arm64'))}",
         intel: "${sumOf(dmg('x64'))}"

  url "${url.replace(version, '#{version}')}/${productName}-#{version}-mac-#{arch}.dmg"
  name "${productName}"
  desc "Offline ledger for freelance escrow"
  homepage "${app.homepage}"

  app "${productName}.app"

  # The book in ~/Library/Application Support/Escrowbook is never removed.
  zap trash: "~/Library/Preferences/example.escrowbook.app.plist"
end
`,
    'flathub/example.escrowbook.app.metainfo.xml': metainfo.replace(
      /<releases>.*<\/releases>/s,
      `<releases>\n${releases.map(releaseEntry).join('')}  </releases>`,
    ),
  }
}

/**
 * @param {string} type
 * @param {string} version
 */
function wingetHead(type, version) {
  return `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${type}.${SCHEMA}.schema.json
PackageIdentifier: ${ID}
PackageVersion: "${version}"
ManifestType: ${type}
ManifestVersion: ${SCHEMA}
`
}

/** @param {{ version: string, date: string, notes: string }} release */
function releaseEntry({ version, date, notes }) {
  const points = notes
    .split(/^- /m)
    .map(point => point.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
  const items = points.map(point => `          <li>${escaped(point)}</li>\n`).join('')
  return `    <release version="${version}" date="${date}">
      <description>
        <ul>
${items}        </ul>
      </description>
    </release>
`
}

/** @param {string} text Markdown without markup but asterisks and backquotes */
function escaped(text) {
  return text.replaceAll(/[*`]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
