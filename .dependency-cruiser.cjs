/**
 * The layers of the house, as imports that may not be written. `npm test` also checks that modules were seen at all.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'renderer-never-imports-main', severity: 'error', from: { path: '^renderer/' }, to: { path: '^main/' } },
    { name: 'main-never-imports-renderer', severity: 'error', from: { path: '^main/' }, to: { path: '^renderer/' } },
    {
      name: 'shared-imports-neither-side',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(main|renderer)/|^node_modules/(electron|react|react-dom)/' },
    },
    {
      name: 'escrow-imports-only-shared-and-itself',
      comment: 'The engine is pure: no Electron, no clock, no files, no randomness.',
      severity: 'error',
      from: { path: '^main/escrow/' },
      to: { pathNot: '^(main/escrow|shared)/' },
    },
    {
      name: 'preload-imports-only-electron-and-the-bridge',
      comment:
        'A sandboxed preload can require nothing but electron; the rest is bundled into it, and should stay small.',
      severity: 'error',
      from: { path: '^main/preload\\.ts$' },
      to: { pathNot: '^(node_modules/electron/|shared/api/bridge\\.ts$)' },
    },
    {
      name: 'runs-in-plain-node',
      comment: 'Whatever holds or reads the money must run, and be tested, without Electron.',
      severity: 'error',
      from: { path: '^main/(escrow|book|scheduling|queries|export|reconcile|printed-statement|year|command-line)/' },
      to: { path: '^node_modules/electron/|^main/(index|preload)\\.ts$|^main/electron/' },
    },
    {
      name: 'no-network',
      comment: 'The app works offline: no part of it may open a connection of its own.',
      severity: 'error',
      from: { path: '^(main|renderer|shared)/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'product-never-imports-tools-or-tests',
      severity: 'error',
      from: { path: '^(main|renderer|shared)/' },
      to: { path: '^(tools|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
