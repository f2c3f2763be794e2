import ts from 'typescript'
import { expect, test } from 'vitest'
import { literalsOf, nodesIn, placeOf, type Source, sourcesIn } from './source.ts'

/** Attributes of an element that a person reads or hears. */
const READ_ATTRIBUTES =
  /^(aria-(label|description|roledescription|valuetext|placeholder|braillelabel)|title|placeholder|alt|label|summary|heading|confirm|cancel|foot|subtitle|limit)$/
/** Properties of a native window, menu, dialog or notification that a person reads. */
const READ_PROPERTIES =
  /^(label|sublabel|toolTip|title|message|detail|body|subtitle|buttons|buttonLabel|checkboxLabel|nameFieldLabel|placeholder|filters|name)$/
const SPEAKERS =
  /(showMessageBox|showErrorBox|showOpenDialog|showSaveDialog|setTitle|setToolTip|Notification|BrowserWindow|MenuItem|buildFromTemplate)$/
/** Two words with a space between them. */
const SENTENCE = /\p{L}{2,}[,;:]? \p{L}{2,}/u
const WORD = /\p{L}{2,}/u
/** The product has the same name in every language. */
const NAMES = new Set(['Escrowbook'])

const isText = (text: string): boolean => WORD.test(text.replaceAll(/&\w+;/g, '')) && !NAMES.has(text.trim())

/** Returns the texts that an element shows, or that describe it. */
function textsOfElements(source: Source): string[] {
  const found: string[] = []
  for (const node of nodesIn(source.tree)) {
    if (ts.isJsxText(node) && isText(node.text)) found.push(`${placeOf(source, node)} ${node.text.trim()}`)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      found.push(
        ...literalsOf(node)
          .filter(isText)
          .map(text => `${placeOf(source, node)} ${text}`),
      )
    if (ts.isJsxAttribute(node) && READ_ATTRIBUTES.test(node.name.getText()) && node.initializer !== undefined)
      found.push(
        ...literalsOf(node.initializer)
          .filter(isText)
          .map(text => `${placeOf(source, node)} ${text}`),
      )
  }
  return found
}

/**
 * Returns the texts given to a menu, dialog, window or system notification: in the arguments of the
 * call that shows it, and in any list of menu items.
 */
function textsOfSystem(source: Source): string[] {
  const found: string[] = []
  for (const node of nodesIn(source.tree)) {
    const isSpeaker =
      (ts.isCallExpression(node) || ts.isNewExpression(node)) && SPEAKERS.test(node.expression.getText())
    if (isSpeaker)
      for (const argument of node.arguments ?? [])
        found.push(
          ...literalsOf(argument)
            .filter(isText)
            .map(text => `${placeOf(source, node)} ${text}`),
        )
    if (!ts.isPropertyAssignment(node) || !READ_PROPERTIES.test(node.name.getText())) continue
    const values = ts.isArrayLiteralExpression(node.initializer)
      ? node.initializer.elements.flatMap(literalsOf)
      : literalsOf(node.initializer)
    found.push(...values.filter(isText).map(text => `${placeOf(source, node)} ${text}`))
  }
  return found
}

/** Calls that take a text for a machine: selectors, fonts, patterns, the log. */
const MACHINES = /(Error|\b(closest|querySelector|querySelectorAll|matchMedia|replace|replaceAll|error|assertEqual))$/
/** Files whose texts are not the app's own words, and what they are. */
const DATA: Readonly<Record<string, string>> = {
  'main/export/csv.ts': 'the columns of a file, which programs look for',
  'main/sample/sample-contracts.ts': 'what somebody wrote into the sample book',
  'main/electron/security/protocol.ts': 'the types of files',
  'main/electron/commands/statement-printer.ts': 'the style of a page’s foot',
  'main/reconcile/read/formats.ts': 'the columns of others’ files',
  'main/reconcile/read/guess-titles.ts': 'the columns of others’ files',
  'main/reconcile/read/own-csv.ts': 'the columns of our own file',
  'main/reconcile/read/paypal-titles.ts': 'the columns of others’ files',
  'main/reconcile/read/platform-formats.ts': 'the columns of others’ files',
  'main/reconcile/read/row-kinds.ts': 'what others call their rows',
  'main/reconcile/read/rows.ts': 'the columns of others’ files',
  'renderer/printed-statement/index.tsx': 'names of fonts',
  'shared/reconcile/files/fixed-headers.ts': 'the columns of a converted file',
  'shared/reconcile/written-amount.ts': 'codes of currencies',
  'shared/money/currencies.ts': 'codes of currencies',
  'shared/fields.ts': 'what the schemas say to a developer; a person reads the refusal',
  'shared/contract/fee-schedule-fields.ts': 'what the schemas say to a developer; a person reads the refusal',
  'shared/contract/presets.ts': 'names of platforms',
}

function isForMachines(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if ((ts.isNewExpression(at) || ts.isCallExpression(at)) && MACHINES.test(at.expression.getText())) return true
    if (ts.isImportDeclaration(at) || ts.isLiteralTypeNode(at)) return true
  }
  return false
}

/** Returns the texts that read as a sentence, wherever they are, but for markup. */
function sentences(source: Source): string[] {
  const found: string[] = []
  for (const node of nodesIn(source.tree)) {
    if (
      !(ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
    )
      continue
    const text = node.text.replaceAll(/<[^>]*>?|^[^<]*>/g, '')
    if (SENTENCE.test(text) && !isForMachines(node)) found.push(`${placeOf(source, node)} ${text}`)
  }
  return found
}

const renderer = sourcesIn('renderer')
const main = sourcesIn('main')
const shared = sourcesIn('shared').filter(({ name }) => !name.startsWith('shared/words/'))

test('no element, label, title or placeholder has literal text', () => {
  expect(renderer.length).toBeGreaterThan(50)
  expect(renderer.flatMap(textsOfElements)).toEqual([])
})

test('no menu, dialog, window or system notification has literal text', () => {
  const shell = main.filter(({ name }) => name.startsWith('main/electron/'))
  expect(shell.length).toBeGreaterThan(10)
  expect(shell.flatMap(textsOfSystem)).toEqual([])
})

test('no sentence is outside the catalogue', () => {
  const all = [...renderer, ...main, ...shared]
  expect(
    Object.keys(DATA).filter(name => !all.some(source => source.name === name && sentences(source).length > 0)),
  ).toEqual([])
  expect(all.filter(({ name }) => DATA[name] === undefined).flatMap(sentences)).toEqual([])
})
