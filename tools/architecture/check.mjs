import { program, ROOT } from '../program.mjs'
import { capture } from '../runtime/child.mjs'
import { broken, held } from '../test/outcome.mjs'
import { folderCircles } from './folder-circles.mjs'
import { LAYERS } from './layers.mjs'

const FOLDERS = ['main', 'renderer', 'shared']
/** The modules above all layers: the entry points of the app, a page or the preload. */
const ENTRIES = /^(main\/(index|open-book|preload)|renderer\/(index|app|style-singleton|no-main-texts))\.tsx?$/

/**
 * Checks the layers with dependency-cruiser: no forbidden import, no cycle of folders, and no
 * module outside the list. A TypeScript version that dependency-cruiser cannot read gives it no
 * modules and so no violations; seeing none is therefore a failure too.
 * @returns {Promise<import('../test/outcome.mjs').Outcome>}
 */
export async function checkArchitecture() {
  const [node, depcruise] = program('dependency-cruiser', 'depcruise')
  const command = [depcruise, '--output-type', 'json', ...FOLDERS]
  const { stdout, stderr } = await capture(node, command, { cwd: ROOT, limitMs: 120_000 })
  /** @type {Report} */
  let report
  try {
    report = JSON.parse(stdout)
  } catch {
    return broken(`${stdout}${stderr}`)
  }
  const { modules, summary } = report
  const ours = modules.filter(({ source }) => FOLDERS.some(folder => source.startsWith(`${folder}/`)))
  const problems = [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...folderCircles(ours).map(folder => `${folder} is in a circle of folders`),
    ...ours.filter(({ source }) => !isPlaced(source)).map(({ source }) => `${source} belongs to no layer`),
  ]
  const seen = FOLDERS.map(folder => ({
    folder,
    count: ours.filter(({ source }) => source.startsWith(`${folder}/`)).length,
  }))
  for (const { folder, count } of seen) if (count === 0) problems.push(`dependency-cruiser saw no module in ${folder}/`)
  const imports = ours.reduce((sum, { dependencies }) => sum + dependencies.length, 0)
  if (imports === 0) problems.push('dependency-cruiser saw no import at all')
  const note = `${seen.map(({ folder, count }) => `${folder} ${count}`).join(', ')} modules, ${imports} imports`
  return problems.length === 0 ? { ...held(), note } : broken(problems.join('\n'))
}

/**
 * @typedef {object} Report
 * @property {{ source: string, dependencies: { resolved: string }[] }[]} modules
 * @property {{ violations: { from: string, to: string, rule: { name: string } }[] }} summary
 */

/** @param {string} source */
function isPlaced(source) {
  return ENTRIES.test(source) || LAYERS.some(({ folder }) => source === folder || source.startsWith(`${folder}/`))
}
