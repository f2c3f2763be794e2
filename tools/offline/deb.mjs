import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOut, runOrThrow } from './linux-package.mjs'

/**
 * Builds a Debian package with dpkg-deb.
 * @param {import('./linux-package.mjs').LinuxPackage} described
 */
export async function makeDeb(described) {
  const root = await mkdtemp(join(tmpdir(), 'escrowbook-deb-'))
  try {
    await layOut(described, root)
    const kilobytes = (await runOrThrow('du', ['-sk', '--apparent-size', root])).split('\t')[0]
    const control = join(root, 'DEBIAN')
    await mkdir(control, { mode: 0o755 })
    await writeFile(join(control, 'control'), controlFile(described, Number(kilobytes)))
    for (const [script, source] of /** @type {const} */ ([
      ['postinst', described.afterInstall],
      ['postrm', described.afterRemove],
    ])) {
      await copyFile(source, join(control, script))
      await chmod(join(control, script), 0o755)
    }
    // Fast rather than small: this package is installed, tested and thrown away.
    await runOrThrow('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, described.file])
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/**
 * @param {import('./linux-package.mjs').LinuxPackage} described
 * @param {number} kilobytes
 */
function controlFile(
  { name, version, architecture, maintainer, homepage, section, description, depends, recommends },
  kilobytes,
) {
  const [summary = '', ...rest] = description.trim().split('\n')
  const lines = [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${kilobytes}`,
    ...(depends.length > 0 ? [`Depends: ${depends.join(', ')}`] : []),
    ...(recommends.length > 0 ? [`Recommends: ${recommends.join(', ')}`] : []),
    `Section: ${section}`,
    'Priority: optional',
    `Homepage: ${homepage}`,
    `Description: ${summary.trim()}`,
    // Each line of the long description starts with a space; an empty one is a space and a dot.
    ...rest.map(line => ` ${line.trim() || '.'}`),
  ]
  return `${lines.join('\n')}\n`
}
