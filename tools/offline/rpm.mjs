import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOut, runOrThrow } from './linux-package.mjs'

const ARCHITECTURES = /** @type {Readonly<Record<string, string>>} */ ({ amd64: 'x86_64', arm64: 'aarch64' })

/**
 * Builds an RPM package with rpmbuild.
 * @param {import('./linux-package.mjs').LinuxPackage} described
 */
export async function makeRpm(described) {
  const work = await mkdtemp(join(tmpdir(), 'escrowbook-rpm-'))
  try {
    const root = join(work, 'root')
    await mkdir(root)
    await layOut(described, root)
    const architecture = ARCHITECTURES[described.architecture] ?? described.architecture
    await writeFile(join(work, 'escrowbook.spec'), await specFile(described, architecture))
    const macros = {
      _topdir: work,
      _rpmdir: work,
      _build_id_links: 'none',
      _binary_payload: 'w1T0.xzdio',
      __strip: '/bin/true',
    }
    const defined = Object.entries(macros).flatMap(([name, value]) => ['--define', `${name} ${value}`])
    await runOrThrow('rpmbuild', [
      '-bb',
      '--target',
      architecture,
      '--buildroot',
      root,
      ...defined,
      join(work, 'escrowbook.spec'),
    ])
    await rm(described.file, { force: true })
    await runOrThrow('mv', [
      join(work, architecture, `${described.name}-${described.version}-1.${architecture}.rpm`),
      described.file,
    ])
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * @param {import('./linux-package.mjs').LinuxPackage} described
 * @param {string} architecture
 */
async function specFile(
  { name, version, maintainer, homepage, licence, summary, description, depends, afterInstall, afterRemove, content },
  architecture,
) {
  return `Name: ${name}
Version: ${version}
Release: 1
Summary: ${summary || description.trim().split('\n')[0]}
License: ${licence}
URL: ${homepage}
Packager: ${maintainer}
BuildArch: ${architecture}
AutoReqProv: no
${depends.map(one => `Requires: ${one}`).join('\n')}

%description
${description.trim()}

%post -p /bin/bash
${await readFile(afterInstall, 'utf8')}
%postun -p /bin/bash
${await readFile(afterRemove, 'utf8')}
%files
${content.map(({ to }) => `"${to}"`).join('\n')}
`
}
