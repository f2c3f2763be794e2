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
      name: 'preload-imports-only-electron-and-shared-types',
      comment: 'A sandboxed preload can require nothing but electron; types vanish when it is built.',
      severity: 'error',
      from: { path: '^main/preload\\.ts$' },
      to: { pathNot: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-takes-types-from-shared-alone',
      severity: 'error',
      from: { path: '^main/preload\\.ts$' },
      to: { pathNot: '^(node_modules/electron|shared)/' },
    },
    {
      name: 'runs-in-plain-node',
      comment: 'Whatever holds or reads the money must run, and be tested, without Electron.',
      severity: 'error',
      from: { path: '^main/(escrow|book|queries|export)/' },
      to: { path: '^node_modules/electron/|^main/(index|preload)\\.ts$|^main/(shell|ipc)/' },
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
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
