import ts from 'typescript'
import { literalsOf, nodesIn, placeOf, type Source } from './source.ts'

/** A place in the code that says a text of the catalogue. */
export interface Saying {
  readonly place: string
  /** The keys that it may say. */
  readonly keys: readonly string[]
  /** What the text is filled with; undefined if nothing. */
  readonly params: ts.Node | undefined
}

/**
 * The calls that name a text by its key: `words('key', {…})`, `say('key', {…})`,
 * `<Say text="key" params={{…}} />`, `{ key: 'key', params: {…} }`.
 */
export function sayingsIn(source: Source): Saying[] {
  const sayings: Saying[] = []
  const add = (node: ts.Node, key: ts.Node | undefined, params: ts.Node | undefined): void => {
    const keys = key === undefined ? [] : literalsOf(key)
    if (keys.length > 0)
      sayings.push({
        place: placeOf(source, node),
        keys,
        params: params !== undefined && ts.isJsxExpression(params) ? params.expression : params,
      })
  }
  for (const node of nodesIn(source.tree)) {
    if (ts.isCallExpression(node) && /^(words|say)$/.test(node.expression.getText()))
      add(node, node.arguments[0], node.arguments[1])
    if (ts.isJsxSelfClosingElement(node) && node.tagName.getText() === 'Say') {
      const given = (name: string) =>
        node.attributes.properties.find(each => ts.isJsxAttribute(each) && each.name.getText() === name) as
          | ts.JsxAttribute
          | undefined
      add(node, given('text')?.initializer, given('params')?.initializer)
    }
    if (ts.isObjectLiteralExpression(node) && propertyOf(node, 'key') && propertyOf(node, 'params'))
      add(node, propertyOf(node, 'key'), propertyOf(node, 'params'))
  }
  return sayings
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = object.properties.find(each => each.name?.getText() === name)
  return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined
}

/**
 * The texts that are written down for each parameter of a saying, also where they are kept in a
 * constant of the same file first. Parameters that are computed have none.
 */
export function literalParams(source: Source, params: ts.Node | undefined): ReadonlyMap<string, readonly string[]> {
  const object = params === undefined ? undefined : constantOf(source, params)
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return new Map()
  return new Map(
    object.properties.flatMap(property => {
      if (ts.isShorthandPropertyAssignment(property))
        return [[property.name.text, literalsOf(constantOf(source, property.name))] as const]
      return ts.isPropertyAssignment(property)
        ? [[property.name.getText(), literalsOf(constantOf(source, property.initializer))] as const]
        : []
    }),
  )
}

const constants = new WeakMap<Source, ReadonlyMap<string, ts.Expression>>()

/** What a name stands for if the file has one constant of it; otherwise the expression itself. */
function constantOf(source: Source, expression: ts.Node): ts.Node {
  if (!ts.isIdentifier(expression)) return expression
  const known = constants.get(source) ?? constantsIn(source)
  constants.set(source, known)
  return known.get(expression.text) ?? expression
}

function constantsIn({ tree }: Source): ReadonlyMap<string, ts.Expression> {
  const found = new Map<string, ts.Expression>()
  const ambiguous = new Set<string>()
  for (const node of nodesIn(tree)) {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined) continue
    const name = node.name.getText()
    if (found.has(name)) ambiguous.add(name)
    found.set(name, node.initializer)
  }
  for (const name of ambiguous) found.delete(name)
  return found
}
