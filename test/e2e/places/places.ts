import type { Place } from '../visiting.ts'
import { DIALOG_PLACES } from './dialogs.ts'
import { HELP_PLACES } from './help.ts'
import { MENU_PLACES } from './menus.ts'
import { MESSAGE_PLACES } from './messages.ts'
import { PALETTE_PLACES } from './palette.ts'
import { SCREEN_PLACES } from './screens.ts'

/** Every place but the empty book, with all dialogs, menus and messages. */
export const PLACES: readonly Place[] = [
  ...SCREEN_PLACES,
  ...HELP_PLACES,
  ...DIALOG_PLACES,
  ...MENU_PLACES,
  ...PALETTE_PLACES,
  ...MESSAGE_PLACES,
]
