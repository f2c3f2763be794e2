import type { FileProblem } from './file-problem.ts'
import { unpackXml } from './unpack-xml.ts'
import type { XmlTaker } from './xml.ts'
import type { Zip } from './zip.ts'

/** The parts of a workbook, as names of files in its ZIP. */
export interface Workbook {
  /** The sheets with cells that are not hidden, in their order. */
  readonly sheets: readonly string[]
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
  /** True if days are counted from 1904, not 1900. */
  readonly countsFrom1904: boolean
}

interface Relation {
  readonly target: string
  readonly type: string
}

const MOST_SHEETS = 1_000

/** Reads which files of the ZIP are which. Refuses `damaged`, `password` and the limits. */
export async function readWorkbook(zip: Zip): Promise<Workbook | FileProblem> {
  const root = await relationsOf(zip, '')
  if (typeof root === 'string') return root
  const path = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const entry = zip.entry(path)
  if (entry === undefined) return 'damaged'
  const sheets: string[] = []
  let countsFrom1904 = false
  const problem = await unpackXml(zip, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return
      if (!/hidden/i.test(attributes['state'] ?? '')) sheets.push(attributes['id'] ?? '')
    },
    text: () => undefined,
    close: () => undefined,
  })
  if (problem !== undefined) return problem
  const parts = await relationsOf(zip, path)
  if (typeof parts === 'string') return parts
  const of = (type: string): string | undefined => [...parts.values()].find(part => part.type.endsWith(type))?.target
  return {
    sheets: sheets.map(id => parts.get(id)).flatMap(part => (part?.type.endsWith('/worksheet') ? [part.target] : [])),
    sharedStrings: of('/sharedStrings'),
    styles: of('/styles'),
    countsFrom1904,
  }
}

/** The relations of a file of the package, by their id. */
async function relationsOf(zip: Zip, path: string): Promise<ReadonlyMap<string, Relation> | FileProblem> {
  const relations = new Map<string, Relation>()
  const at = path.lastIndexOf('/') + 1
  const entry = zip.entry(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`)
  if (entry === undefined) return relations
  const taker: XmlTaker = {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name === 'Relationship' && relations.size < MOST_SHEETS)
        relations.set(Id, { target: resolved(path.slice(0, at), Target), type: Type })
    },
    text: () => undefined,
    close: () => undefined,
  }
  return (await unpackXml(zip, entry, taker)) ?? relations
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
