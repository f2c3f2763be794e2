import ts from 'typescript'
import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './sources.ts'

/** The most lines of a function, from its name to its end. */
const FUNCTION_LINES = 80
/** The most columns of a comment's line. */
const COMMENT_COLUMNS = 100
/** The most lines of a file; a longer one has a second idea in it, or is a table. */
const FILE_LINES = 250
/** The files over `FILE_LINES`. Only take names out. */
const LONG_FILES: readonly string[] = [
  'main/book/index/record-index.ts',
  'main/sample/sample-contracts.ts',
  'shared/contract/moves.ts',
]

const product = sourceFiles('main', 'renderer', 'shared', 'tools')
const all = [...product, ...sourceFiles('test')]

const linesOf = ({ tree }: SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line - tree.getLineAndCharacterOfPosition(node.getStart()).line + 1

/** The functions of a file, with their lengths in lines. */
function functionsOf(source: SourceFile): { readonly name: string; readonly lines: number }[] {
  const found: { name: string; lines: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const line = source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ name: `${source.name}:${line}`, lines: linesOf(source, node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return found
}

/** The comments of a file: where each stands, and its text. */
function commentsOf({ name, text, tree }: SourceFile): { readonly at: string; readonly text: string }[] {
  const seen = new Set<number>()
  const found: { at: string; text: string }[] = []
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText) return
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(pos)) continue
      seen.add(pos)
      found.push({ at: `${name}:${tree.getLineAndCharacterOfPosition(pos).line + 1}`, text: text.slice(pos, end) })
    }
    for (const child of node.getChildren(tree)) visit(child)
  }
  visit(tree)
  return found
}

test(`no function of the product is longer than ${FUNCTION_LINES} lines`, () => {
  const functions = product.flatMap(functionsOf)
  expect(functions.length).toBeGreaterThan(2_000)
  expect(functions.filter(({ lines }) => lines > FUNCTION_LINES)).toEqual([])
})

test(`no file of the product is longer than ${FILE_LINES} lines, except those in a list that may only shrink`, () => {
  const long = product.filter(({ text }) => text.split('\n').length - 1 > FILE_LINES).map(({ name }) => name)
  expect(long).toEqual(LONG_FILES)
})

test(`no line of a comment is wider than ${COMMENT_COLUMNS} columns`, () => {
  const comments = all.flatMap(commentsOf)
  expect(comments.length).toBeGreaterThan(2_000)
  const isWide = (line: string): boolean =>
    line.length > COMMENT_COLUMNS && !/https?:|biome-ignore|@type|@param|@property|@returns/.test(line)
  expect(comments.filter(({ text }) => text.split('\n').some(isWide)).map(({ at }) => at)).toEqual([])
})

test('a doc comment begins with its subject, and is not a question', () => {
  const docs = product.flatMap(commentsOf).filter(({ text }) => text.startsWith('/**'))
  expect(docs.length).toBeGreaterThan(1_000)
  expect(
    docs
      .filter(({ text }) => /^\/\*\*\s*\*?\s*(What|Whether|How|Where|Which|So|That)\b/.test(text))
      .map(({ at }) => at),
  ).toEqual([])
})
