import { DIALOG_PLACES } from './dialog-places.ts'
import { MENU_PLACES } from './menu-places.ts'
import { MESSAGE_PLACES } from './message-places.ts'
import { PALETTE_PLACES } from './palette-places.ts'
import { SCREEN_PLACES } from './screen-places.ts'
import type { Place } from './visiting.ts'

/** Everything there is to look at beside the empty book, every dialog, menu and message among it. */
export const PLACES: readonly Place[] = [...SCREEN_PLACES, ...DIALOG_PLACES, ...MENU_PLACES, ...PALETTE_PLACES, ...MESSAGE_PLACES]
