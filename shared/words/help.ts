import type { Parameter } from '../contract/refusals.ts'
import { minor } from '../money/money.ts'
import type { WordKey } from './catalogue.ts'

/** The pages of Help, in order. They work offline. */
export const HELP_PAGES = ['getting-started', 'glossary', 'keyboard', 'files', 'licences'] as const
/** See `HELP_PAGES`. */
export type HelpPage = (typeof HELP_PAGES)[number]

/** The key of a page's title. */
export function titleOf(page: HelpPage): WordKey {
  return `help.${page}`
}

/** A step of Getting started: the action, how to do it, and where the money is afterwards. */
export interface HelpStep {
  readonly title: WordKey
  readonly how: WordKey
  readonly result: WordKey
}

const STEPS = ['open', 'fund', 'pay', 'carry', 'end'] as const

/** The amounts of *Getting started*, in minor units of a currency with 2 decimals. */
export const LESSON_AMOUNTS = {
  total: minor(35_000),
  first: minor(10_000),
  second: minor(15_000),
  third: minor(10_000),
  remainder: minor(25_000),
  minimum: minor(500),
} as const

/** *Getting started*: 350.00 paid in once for milestones of 100.00, 150.00 and 100.00. */
export const GETTING_STARTED: {
  readonly intro: WordKey
  readonly steps: readonly HelpStep[]
  /** The parameters of all its texts; amounts have 2 decimals. */
  readonly params: Readonly<Record<string, Parameter>>
} = {
  intro: 'help.getting-started.intro',
  steps: STEPS.map(step => ({
    title: `help.getting-started.${step}`,
    how: `help.getting-started.${step}.how`,
    result: `help.getting-started.${step}.result`,
  })),
  params: Object.fromEntries(Object.entries(LESSON_AMOUNTS).map(([name, money]) => [name, { money }])),
}

/**
 * *Keyboard*: its headings. The shortcuts are those of the actions. `intro` takes `find` and
 * `keys`.
 */
export const KEYBOARD = {
  intro: 'help.keyboard.intro',
  everywhere: 'help.keyboard.everywhere',
  screens: 'help.keyboard.screens',
  contract: 'help.keyboard.contract',
  lists: 'help.keyboard.lists',
} as const satisfies Readonly<Record<string, WordKey>>

/**
 * The advice for a file: `keep` it always; `rebuilt`: recreated if missing; `spare`: can be
 * deleted; `look`: can be deleted after a check; `leave` it, since the app removes it.
 */
export type FileFate = 'keep' | 'rebuilt' | 'spare' | 'look' | 'leave'

/** A file or folder of a book. */
export interface BookFile {
  readonly name: string
  readonly holds: WordKey
  readonly fate: FileFate
}

/** *The files of your book*, as in docs/format.md. */
export const BOOK_FILES: { readonly intro: WordKey; readonly files: readonly BookFile[]; readonly format: WordKey } = {
  intro: 'help.files.intro',
  files: [
    { name: 'journal.ndjson', holds: 'help.files.journal', fate: 'keep' },
    { name: 'backups/', holds: 'help.files.backups', fate: 'spare' },
    { name: 'book.json', holds: 'help.files.book', fate: 'rebuilt' },
    { name: 'front-page.json', holds: 'help.files.front-page', fate: 'rebuilt' },
    { name: 'recovered/', holds: 'help.files.recovered', fate: 'look' },
    { name: 'lock.N', holds: 'help.files.lock', fate: 'leave' },
    { name: 'lock.held', holds: 'help.files.lock-held', fate: 'leave' },
  ],
  format: 'help.files.format',
}

/** *Licences*: the texts around the table of bundled software. */
export const LICENCES = {
  intro: 'help.licences.intro',
  caption: 'help.licences.caption',
  name: 'help.licences.name',
  version: 'help.licences.version',
  licence: 'help.licences.licence',
  full: 'help.licences.full',
} as const satisfies Readonly<Record<string, WordKey>>
