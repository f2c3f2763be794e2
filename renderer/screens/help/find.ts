import { explanations } from '../../../shared/words/glossary.ts'
import { BOOK_FILES, GETTING_STARTED, HELP_PAGES, type HelpPage, titleOf } from '../../../shared/words/help.ts'
import { shortcutGroups } from '../../actions/shortcut-groups.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { finder } from '../../words/search.ts'
import { LESSON } from './lesson.ts'
import type { Notice } from './notices.ts'

/** The content of each page of Help, or the part that matches a search. */
export interface HelpContent {
  readonly 'getting-started': typeof LESSON
  readonly glossary: ReturnType<typeof explanations>
  readonly keyboard: ReturnType<typeof shortcutGroups>
  readonly files: typeof BOOK_FILES.files
  readonly licences: readonly Notice[]
}

/**
 * The content of Help that has every word of `search`: a whole page if its title has them, all of
 * Help if `search` is empty.
 */
export function findInHelp(search: string, notices: readonly Notice[]): HelpContent {
  const has = finder(search.trim())
  function on<T>(page: HelpPage, items: readonly T[], textOf: (item: T) => string): readonly T[] {
    return has(words(titleOf(page))) ? items : items.filter(item => has(textOf(item)))
  }
  const groups = shortcutGroups().map(group => ({
    ...group,
    shortcuts: on('keyboard', group.shortcuts, ({ name, keys }) => [group.title, name, ...keys].join(' ')),
  }))
  return {
    'getting-started': on('getting-started', LESSON, ({ title, how, result }) =>
      [title, how, result].map(key => words(key, GETTING_STARTED.params)).join(' '),
    ),
    glossary: on('glossary', explanations(LOCALE), ({ name, meaning }) => `${name} ${meaning}`),
    keyboard: groups.filter(({ shortcuts }) => shortcuts.length > 0),
    files: on('files', BOOK_FILES.files, ({ name, holds }) => `${name} ${words(holds)}`),
    licences: on('licences', notices, ({ name, licence }) => `${name} ${licence}`),
  }
}

/** The number of items on each page. */
export function countsOf({ keyboard, ...others }: HelpContent): Readonly<Record<HelpPage, number>> {
  const content = { ...others, keyboard: keyboard.flatMap(({ shortcuts }) => shortcuts) }
  return Object.fromEntries(HELP_PAGES.map(page => [page, content[page].length])) as Record<HelpPage, number>
}
