import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'

const ROOT = resolve(import.meta.dirname, '../../..')

/** A source file of the app, parsed. */
export interface Source {
  /** Relative to the root of the repository. */
  readonly name: string
  readonly tree: ts.SourceFile
}

/** Returns every source file of a folder of the app, such as `renderer`. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => {
      const path = join(ROOT, folder, name)
      return {
        name: relative(ROOT, path),
        tree: ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
      }
    })
}

/** Returns a node and all nodes below it, in the order of the text. */
export function nodesIn(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (each: ts.Node): void => {
    found.push(each)
    each.forEachChild(visit)
  }
  visit(node)
  return found
}

/** Returns the file and line of a node, for a failing test. */
export function placeOf({ name, tree }: Source, node: ts.Node): string {
  return `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/**
 * Returns the texts that an expression may evaluate to if they are literals, or a choice between
 * literals.
 */
export function literalsOf(expression: ts.Node): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(literalsOf)
  if (ts.isParenthesizedExpression(expression) || ts.isJsxExpression(expression))
    return expression.expression === undefined ? [] : literalsOf(expression.expression)
  if (ts.isBinaryExpression(expression)) return literalsOf(expression.right)
  return []
}
