import { dirname } from 'node:path'

/**
 * The folders that import each other in a cycle, including a folder and its own subfolders, which
 * dependency-cruiser's rules cannot detect. Empty if the folders can be sorted from low to high.
 * @param {readonly { source: string, dependencies: readonly { resolved: string }[] }[]} modules
 * @returns {string[]}
 */
export function folderCircles(modules) {
  const sources = new Set(modules.map(({ source }) => source))
  /** @type {Map<string, Set<string>>} */
  const imports = new Map()
  for (const { source, dependencies } of modules) {
    const from = dirname(source)
    const targets = imports.get(from) ?? new Set()
    imports.set(from, targets)
    for (const { resolved } of dependencies)
      if (sources.has(resolved) && dirname(resolved) !== from) targets.add(dirname(resolved))
  }
  return [...imports.keys()].filter(folder => reaches(folder, folder, imports))
}

/**
 * @param {string} from
 * @param {string} to
 * @param {ReadonlyMap<string, ReadonlySet<string>>} imports
 */
function reaches(from, to, imports) {
  const seen = new Set()
  const waiting = [...(imports.get(from) ?? [])]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (folder === to) return true
    if (seen.has(folder)) continue
    seen.add(folder)
    waiting.push(...(imports.get(folder) ?? []))
  }
  return false
}
