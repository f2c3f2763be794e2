import { RULES } from './tools/architecture/rules.mjs'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...RULES],
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
