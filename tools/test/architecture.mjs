import { program, ROOT } from '../program.mjs'
import { capture } from '../runtime/child.mjs'
import { broken, held } from './outcome.mjs'

const FOLDERS = ['main', 'renderer', 'shared']

/**
 * Checks the layers with dependency-cruiser, and that it saw modules in each: with a TypeScript
 * version that it cannot read it sees none, and passes.
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function checkArchitecture() {
  const [node, depcruise] = program('dependency-cruiser', 'depcruise')
  const { stdout, stderr } = await capture(node, [depcruise, '--output-type', 'json', ...FOLDERS], {
    cwd: ROOT,
    limitMs: 120_000,
  })
  /**
   * @type {{ modules: { source: string, dependencies: unknown[] }[], summary: { violations: { from: string, to: string, rule: { name: string } }[] } }}
   */
  let report
  try {
    report = JSON.parse(stdout)
  } catch {
    return broken(`${stdout}${stderr}`)
  }
  const problems = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  const seen = FOLDERS.map(folder => ({
    folder,
    modules: report.modules.filter(({ source }) => source.startsWith(`${folder}/`)).length,
  }))
  for (const { folder, modules } of seen)
    if (modules === 0) problems.push(`dependency-cruiser saw no module in ${folder}/`)
  const dependencies = report.modules.reduce((sum, module) => sum + module.dependencies.length, 0)
  if (dependencies === 0) problems.push('dependency-cruiser saw no import at all')
  const note = `${seen.map(({ folder, modules }) => `${folder} ${modules}`).join(', ')} modules, ${dependencies} imports`
  return problems.length === 0 ? { ...held(), note } : broken(problems.join('\n'))
}
