import { LAYERS } from './layers.mjs'

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/** @param {string} path */
const below = path => (/\.tsx?$/.test(path) ? `${path.replaceAll('.', '\\.')}$` : `${path}/`)

/** @param {readonly string[]} paths */
const anyOf = paths => `^(${paths.map(below).join('|')})`

/**
 * Each layer imports only itself and the layers listed in its row.
 * @type {readonly Rule[]}
 */
const layers = LAYERS.map(({ folder, mayImport }) => ({
  name: `layer ${folder}`,
  severity: 'error',
  from: { path: anyOf([folder]) },
  to: { path: '^(main|renderer|shared)/', pathNot: anyOf([folder, ...mayImport]) },
}))

const plainNode = LAYERS.filter(({ folder, needsElectron }) => folder.startsWith('main/') && !needsElectron)

/**
 * The rules of dependency-cruiser: the layers, and a few about other things.
 * @type {readonly Rule[]}
 */
export const RULES = [
  { name: 'no circular imports', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no unresolvable imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ...layers,
  {
    name: 'the page never imports the main process',
    severity: 'error',
    from: { path: '^(renderer|shared)/' },
    to: { path: '^main/' },
  },
  {
    name: 'the main process never imports the page',
    severity: 'error',
    from: { path: '^(main|shared)/' },
    to: { path: '^renderer/' },
  },
  {
    name: 'the preload imports only electron and the bridge',
    comment:
      'A sandboxed preload can require nothing but electron; all else is bundled into it, and should stay small.',
    severity: 'error',
    from: { path: '^main/preload\\.ts$' },
    to: { pathNot: '^(node_modules/electron/|shared/api/bridge\\.ts$)' },
  },
  {
    name: 'runs in plain Node',
    comment: 'Whatever holds or reads the money must run, and be tested, without Electron.',
    severity: 'error',
    from: { path: anyOf(plainNode.map(({ folder }) => folder)) },
    to: { path: '^node_modules/electron/' },
  },
  {
    name: 'shared code runs anywhere',
    severity: 'error',
    from: { path: '^shared/' },
    to: { path: '^node_modules/(electron|react|react-dom)/' },
  },
  {
    name: 'the engine imports no platform module',
    comment: 'No clock, no files, no randomness.',
    severity: 'error',
    from: { path: '^main/escrow/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no network',
    comment: 'The app works offline: no part of it may open a connection of its own.',
    severity: 'error',
    from: { path: '^(main|renderer|shared)/' },
    to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', dependencyTypes: ['core'] },
  },
  {
    name: 'the product never imports tools or tests',
    severity: 'error',
    from: { path: '^(main|renderer|shared)/' },
    to: { path: '^(tools|test)/' },
  },
]
