import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderCircles } from '../../tools/architecture/folder-circles.mjs'
import { LAYERS } from '../../tools/architecture/layers.mjs'
import { RULES } from '../../tools/architecture/rules.mjs'
import { layerTable } from '../../tools/architecture/table.mjs'
import { program, ROOT } from '../../tools/program.mjs'
import { capture } from '../../tools/runtime/child.mjs'

/** A module that breaks a rule on purpose, and the module it must not import. */
interface Offence {
  readonly from: string
  readonly to: string
}

/** An import of each layer that its row does not name. */
function offenceOfLayer(rule: string): Offence {
  const { folder, mayImport } = LAYERS.find(layer => `layer ${layer.folder}` === rule) as (typeof LAYERS)[number]
  const forbidden = LAYERS.find(layer => layer.folder !== folder && !mayImport.includes(layer.folder))
  const from = folder.endsWith('.ts') ? folder : `${folder}/offender.ts`
  const target = forbidden?.folder ?? 'none'
  return { from, to: target.endsWith('.ts') ? target : `${target}/target.ts` }
}

/** The rules that are about something else, each with an import that breaks it. */
const OFFENCES: Readonly<Record<string, Offence>> = {
  'no circular imports': { from: 'shared/dates/one.ts', to: 'shared/dates/other.ts' },
  'no unresolvable imports': { from: 'main/year/lost.ts', to: './not-there.ts' },
  'the page never imports the main process': { from: 'renderer/app.tsx', to: 'main/sample/target.ts' },
  'the main process never imports the page': { from: 'main/index.ts', to: 'renderer/theme/target.ts' },
  'the preload imports only electron and the bridge': { from: 'main/preload.ts', to: 'shared/money/target.ts' },
  'runs in plain Node': { from: 'main/answers/windowed.ts', to: 'electron' },
  'shared code runs anywhere': { from: 'shared/words/windowed.ts', to: 'react' },
  'the engine imports no platform module': { from: 'main/escrow/reader.ts', to: 'node:fs' },
  'no network': { from: 'main/export/sender.ts', to: 'node:https' },
  'the product never imports tools or tests': { from: 'main/book/tested.ts', to: 'test/target.ts' },
}

const offenceOf = (rule: string): Offence => OFFENCES[rule] ?? offenceOfLayer(rule)

let folder: string
/** The rules that each module was caught breaking. */
let caught: Map<string, Set<string>>

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escrowbook-layers-'))
  const texts = new Map<string, string>()
  for (const { name } of RULES) {
    const { from, to } = offenceOf(name as string)
    const isOurs = /^(main|renderer|shared|test)\//.test(to)
    const specifier = isOurs ? relative(dirname(from), to).replace(/^(?!\.)/, './') : to
    texts.set(from, `${texts.get(from) ?? ''}import '${specifier}'\n`)
    if (isOurs && !texts.has(to)) texts.set(to, '')
  }
  texts.set('shared/dates/other.ts', "import './one.ts'\n")
  for (const [name, text] of texts) await write(name, text)
  for (const name of ['electron', 'react']) await write(`node_modules/${name}/index.js`, '')
  await write('package.json', '{ "type": "module", "dependencies": { "electron": "*", "react": "*" } }')
  await write('tsconfig.json', JSON.stringify({ compilerOptions: { allowImportingTsExtensions: true, noEmit: true } }))
  const [node, depcruise] = program('dependency-cruiser', 'depcruise')
  const config = join(ROOT, '.dependency-cruiser.mjs')
  const command = [depcruise, '--config', config, '--output-type', 'json', 'main', 'renderer', 'shared']
  const { stdout, stderr } = await capture(node, command, { cwd: folder, limitMs: 60_000 })
  const { summary } = JSON.parse(stdout || `{"error": ${JSON.stringify(stderr)}}`)
  caught = new Map()
  for (const { rule, from } of summary.violations as { rule: { name: string }; from: string }[])
    caught.set(from, (caught.get(from) ?? new Set()).add(rule.name))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the layers', () => {
  test.each(RULES.map(({ name }) => name as string))('a violation of “%s” is detected', rule => {
    expect([...(caught.get(offenceOf(rule).from) ?? [])]).toContain(rule)
  })
  test('a layer imports only layers listed before it', () => {
    const names = LAYERS.map(({ folder }) => folder)
    for (const { folder, mayImport } of LAYERS)
      for (const imported of mayImport)
        expect(names.indexOf(imported), `${folder} → ${imported}`).toBeLessThan(names.indexOf(folder))
    expect(LAYERS.flatMap(({ mayImport }) => mayImport).filter(imported => !names.includes(imported))).toEqual([])
  })
  test('ARCHITECTURE.md quotes the list of layers', async () => {
    expect(await readFile(join(ROOT, 'ARCHITECTURE.md'), 'utf8')).toContain(layerTable())
  })
  test('every folder in the list exists', () => {
    expect(LAYERS.filter(({ folder }) => !existsSync(join(ROOT, folder)))).toEqual([])
  })
})

describe('cycles of folders', () => {
  const module = (source: string, ...targets: string[]) => ({
    source,
    dependencies: targets.map(resolved => ({ resolved })),
  })
  test('a folder and its subfolder that import each other are found, but not folders that only import them', () => {
    const modules = [
      module('a/one.ts', 'a/b/two.ts'),
      module('a/b/two.ts', 'a/three.ts'),
      module('a/three.ts'),
      module('c/four.ts', 'a/one.ts'),
    ]
    expect(folderCircles(modules)).toEqual(['a', 'a/b'])
  })
  test('imports in one direction are not a cycle', () => {
    expect(
      folderCircles([module('a/one.ts', 'b/two.ts'), module('b/two.ts', 'b/three.ts'), module('b/three.ts')]),
    ).toEqual([])
  })
})
