import { exists } from '../runtime/child.mjs'
import { installPackages } from '../runtime/libraries.mjs'

/** The programs that tests check our output with, and the Debian packages that contain them. */
const PROGRAMS = {
  hledger: 'hledger',
  ledger: 'ledger',
  'bean-check': 'beancount',
  pdftotext: 'poppler-utils',
  appstreamcli: 'appstream',
  '7za': 'p7zip-full',
}

/**
 * Installs the missing programs if this process is root and has apt. Never fails: a test that needs
 * a missing program is skipped by name.
 * @returns {Promise<string>} the result, in one line
 */
export async function installOutsidePrograms() {
  const before = await missing()
  if (before.length === 0) return 'all installed'
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    try {
      await installPackages(before.map(program => PROGRAMS[program]))
    } catch {
      // Install each on its own: this system may lack one of the packages.
      for (const program of before) await installPackages([PROGRAMS[program]]).catch(() => {})
    }
  }
  const after = await missing()
  if (after.length === 0) return `installed ${before.join(', ')}`
  return `without ${after.join(', ')}, whose tests skip; to run them: sudo apt-get install -y ${after.map(program => PROGRAMS[program]).join(' ')}`
}

async function missing() {
  const names = /** @type {(keyof typeof PROGRAMS)[]} */ (Object.keys(PROGRAMS))
  const there = await Promise.all(names.map(name => exists(name)))
  return names.filter((_, index) => !there[index])
}
