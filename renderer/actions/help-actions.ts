import { BookA, CircleQuestionMark, FolderTree, Keyboard, type LucideIcon, ScrollText } from 'lucide-react'
import { HELP_PAGES, type HelpPage } from '../../shared/words/help.ts'
import { go } from '../state/route.ts'
import { type Action, appAction } from './action.ts'
import { isFree } from './go-actions.ts'

const ICONS: Readonly<Record<HelpPage, LucideIcon>> = {
  'getting-started': CircleQuestionMark,
  glossary: BookA,
  keyboard: Keyboard,
  files: FolderTree,
  licences: ScrollText,
}

/** Goes to each page of Help. */
export const HELP_ACTIONS = Object.fromEntries(
  HELP_PAGES.map(page => [
    `help.${page}`,
    appAction(`help.${page}`, { icon: ICONS[page], when: isFree, perform: () => go({ screen: 'help', page }) }),
  ]),
) as Record<`help.${HelpPage}`, Action>
