import { LAYERS } from './layers.mjs'

const PARENTS = ['shared', 'main', 'renderer']

/** The layers as the Markdown table quoted in ARCHITECTURE.md, with one section for each side. */
export function layerTable() {
  return PARENTS.flatMap(parent => [
    `| \`${parent}/\` | holds | may import |`,
    '| --- | --- | --- |',
    ...LAYERS.filter(({ folder }) => folder.startsWith(`${parent}/`)).map(
      ({ folder, holds, mayImport }) =>
        `| \`${folder.slice(parent.length + 1)}\` | ${holds} | ${imports(parent, mayImport)} |`,
    ),
    '',
  ]).join('\n')
}

/**
 * @param {string} parent
 * @param {readonly string[]} mayImport
 */
function imports(parent, mayImport) {
  const shared = LAYERS.filter(({ folder }) => folder.startsWith('shared/'))
  const isAllShared = parent !== 'shared' && shared.every(({ folder }) => mayImport.includes(folder))
  const named = mayImport.filter(folder => !isAllShared || !folder.startsWith('shared/'))
  const short = named.map(folder => (folder.startsWith(`${parent}/`) ? folder.slice(parent.length + 1) : folder))
  const all = [...short, ...(isAllShared ? ['all of `shared`'] : [])]
  return all.length === 0 ? 'nothing of ours' : all.map(name => (name.includes('`') ? name : `\`${name}\``)).join(', ')
}
