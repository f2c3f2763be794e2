import { exists } from '../runtime/child.mjs'
import { installPackages } from '../runtime/libraries.mjs'

/** Programs that tests compare our exports with, and the Debian packages they come in. */
const PROGRAMS = { hledger: 'hledger', ledger: 'ledger', 'bean-check': 'beancount', pdftotext: 'poppler-utils' }

/**
 * Installs what is missing of them where root and apt allow. Nothing fails here: a test that needs
 * an absent one skips by name.
 * @returns {Promise<string>} one line on what is there
 */
export async function installOutsidePrograms() {
  const before = await missing()
  if (before.length === 0) return 'all there'
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    try {
      await installPackages(before.map(program => PROGRAMS[program]))
    } catch {
      // One of them may be unknown to this system: then each by itself.
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
