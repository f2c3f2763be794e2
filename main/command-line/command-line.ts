import { parseArgs } from 'node:util'
import { say } from '../../shared/words/say.ts'
import { type CommandForm, type CommandName, commandNamed, FORMS } from './forms.ts'

/** A command as typed: its operands, and its options by name. */
export interface Call {
  readonly command: CommandName
  readonly operands: readonly string[]
  /** A missing flag is undefined. */
  readonly options: Readonly<Record<string, string | true | readonly string[]>>
}

/**
 * A parsed command line: a request for the window, for help or the version, for a command, or one
 * that is invalid.
 */
export type ParsedCommandLine =
  | { readonly kind: 'window' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'wrong-use'; readonly message: string; readonly hint: string; readonly json: boolean }

/** Chromium's switches, which may appear anywhere and belong to no command. */
const CHROMIUM = new Set([
  'disable-gpu',
  'enable-logging',
  'inspect',
  'lang',
  'log-level',
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  // Escrowbook's own: see main/electron/headless/process-with-pages.ts.
  'pages-data',
  'remote-debugging-port',
  'user-data-dir',
])

/**
 * The pattern of a command name, as opposed to a path or address that a desktop passes at launch.
 */
const WORD = /^[a-z][a-z-]*$/i

/**
 * The arguments without the program's own name; in development (not `isPackaged`), also without the
 * app's folder, which is Electron's first argument.
 */
export function argumentsOf(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1)
  const folder = isPackaged ? -1 : given.findIndex(argument => !argument.startsWith('-'))
  return folder < 0 ? given : given.toSpliced(folder, 1)
}

/**
 * Parses a command line, given without the program's name (`argumentsOf`). Without a command name,
 * the app opens its window.
 */
export function readCommandLine(given: readonly string[], version: string): ParsedCommandLine {
  const index = indexOfCommand(given)
  const word = index === undefined ? undefined : given[index]
  const has = (...names: readonly string[]): boolean => given.some(argument => names.includes(argument))
  if (word === undefined) {
    if (has('--help', '-h')) return { kind: 'text', text: say('terminal.help') }
    return has('--version', '-v') ? { kind: 'text', text: say('terminal.version', { version }) } : { kind: 'window' }
  }
  const rest = given.toSpliced(index ?? 0, 1)
  if (word === 'help') return help(rest)
  const command = commandNamed(word)
  if (command !== undefined) return readCall(command, rest)
  if (!WORD.test(word)) return { kind: 'window' }
  return wrongUse(say('terminal.wrong.command', { word }), 'escrowbook --help', has('--json'))
}

/** The index of the first word that is neither an option nor the value of `--book`. */
function indexOfCommand(given: readonly string[]): number | undefined {
  for (let index = 0; index < given.length; index++) {
    const argument = given[index] ?? ''
    if (argument === '--') return undefined
    if (argument === '--book') index++
    else if (!argument.startsWith('-')) return index
  }
  return undefined
}

function help(rest: readonly string[]): ParsedCommandLine {
  const command = commandNamed(rest.find(argument => !argument.startsWith('-')) ?? '')
  return { kind: 'text', text: command === undefined ? say('terminal.help') : say(`terminal.help.${command}`) }
}

function readCall(command: CommandName, rest: readonly string[]): ParsedCommandLine {
  const form: CommandForm = FORMS[command]
  const { tokens } = parseArgs({
    args: withoutSwitches(rest),
    allowPositionals: true,
    // Worded here, not by `parseArgs`.
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(form.options).map(([name, { takes, short }]) => [
        name,
        { type: takes === 'flag' ? ('boolean' as const) : ('string' as const), ...(short !== undefined && { short }) },
      ]),
    ),
  })
  const json = tokens.some(token => token.kind === 'option' && token.name === 'json')
  const wrong = (message: string): ParsedCommandLine => wrongUse(message, `escrowbook ${command} --help`, json)
  const options: Record<string, string | true | readonly string[]> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(form.options, name) ? form.options[name] : undefined
    if (option === undefined) return wrong(say('terminal.wrong.option', { command, option: rawName }))
    if (option.takes === 'flag') {
      if (value !== undefined) return wrong(say('terminal.wrong.no-value', { option: rawName }))
      options[name] = true
      continue
    }
    // A next argument that looks like an option is one: the value was forgotten. `--option=-value`
    // passes such a value.
    if (value === undefined || value === '' || (inlineValue === false && /^-./.test(value)))
      return wrong(say('terminal.wrong.value', { option: rawName }))
    if (option.takes === 'texts') options[name] = [...(Array.isArray(options[name]) ? options[name] : []), value]
    else if (options[name] === undefined) options[name] = value
    else return wrong(say('terminal.wrong.twice', { option: rawName }))
  }
  if (options['help'] === true) return { kind: 'text', text: say(`terminal.help.${command}`) }
  const { least, most } = form.operands
  if (operands.length < least) return wrong(say('terminal.wrong.operand', { command }))
  if (operands.length > most) return wrong(say('terminal.wrong.operands', { command, operand: operands[most] ?? '' }))
  return { kind: 'call', call: { command, operands, options } }
}

/**
 * A command's arguments without Chromium's switches. Everything after `--` belongs to the command.
 */
function withoutSwitches(rest: readonly string[]): string[] {
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length
  return rest.filter(
    (argument, index) => index >= end || !CHROMIUM.has(/^--([a-z-]+)(?:=|$)/.exec(argument)?.[1] ?? ''),
  )
}

function wrongUse(message: string, instead: string, json: boolean): ParsedCommandLine {
  return { kind: 'wrong-use', message, hint: say('terminal.wrong.help', { command: instead }), json }
}
