/** An option: `flag` takes no value, `text` takes one, and `texts` may be repeated. */
export interface OptionForm {
  readonly takes: 'flag' | 'text' | 'texts'
  readonly short?: string
}

/** The syntax of a command: its options by name, and its required and optional operands. */
export interface CommandForm {
  readonly operands: { readonly least: number; readonly most: number }
  readonly options: Readonly<Record<string, OptionForm>>
}

const FLAG: OptionForm = { takes: 'flag' }
const TEXT: OptionForm = { takes: 'text' }
const TEXTS: OptionForm = { takes: 'texts' }
const HELP: OptionForm = { takes: 'flag', short: 'h' }
const OUTPUT: OptionForm = { takes: 'text', short: 'o' }

const NO_OPERANDS = { least: 0, most: 0 } as const
/** The options of every command. */
const ALWAYS = { book: TEXT, json: FLAG, help: HELP }
const PERIOD = { from: TEXT, to: TEXT }

/** The commands, in the order that the help lists them. */
export const FORMS = {
  verify: { operands: NO_OPERANDS, options: { ...ALWAYS, entries: TEXT, head: TEXT, statement: TEXT } },
  export: {
    operands: NO_OPERANDS,
    options: {
      ...ALWAYS,
      format: { takes: 'text', short: 'f' },
      contract: TEXT,
      ...PERIOD,
      output: OUTPUT,
      overwrite: FLAG,
    },
  },
  import: {
    operands: { least: 1, most: 1 },
    options: {
      ...ALWAYS,
      'dry-run': { takes: 'flag', short: 'n' },
      tick: TEXT,
      lines: TEXT,
      except: TEXT,
      column: TEXTS,
    },
  },
  report: {
    operands: NO_OPERANDS,
    options: {
      ...ALWAYS,
      by: TEXT,
      currency: TEXT,
      side: TEXT,
      year: TEXT,
      ...PERIOD,
      csv: FLAG,
      output: OUTPUT,
      overwrite: FLAG,
    },
  },
  statement: {
    operands: NO_OPERANDS,
    options: { ...ALWAYS, contract: TEXT, client: TEXT, ...PERIOD, output: OUTPUT, overwrite: FLAG },
  },
  correct: {
    operands: { least: 1, most: 1 },
    options: {
      ...ALWAYS,
      set: { takes: 'texts', short: 's' },
      remove: FLAG,
      on: TEXT,
      'dry-run': { takes: 'flag', short: 'n' },
    },
  },
  close: { operands: { least: 1, most: 1 }, options: ALWAYS },
  year: { operands: { least: 1, most: 1 }, options: { ...ALWAYS, statements: TEXT, output: OUTPUT } },
} as const satisfies Readonly<Record<string, CommandForm>>

/** The name of a command. */
export type CommandName = keyof typeof FORMS

/** The command with this name; undefined if there is none. */
export function commandNamed(word: string): CommandName | undefined {
  return Object.hasOwn(FORMS, word) ? (word as CommandName) : undefined
}
