import type { LucideIcon } from 'lucide-react'
import { type ActionId, factsOf } from '../../shared/actions/actions.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import type { Text } from '../words/say.tsx'

/** An action. Its button, the palette, its shortcut and the native menu all use this object. */
export interface Action {
  readonly id: string
  /** The name on screen; a move's comes from `next`. */
  readonly label: Text | string
  /** The contract or party it concerns, shown next to the label in the palette. */
  readonly about?: string
  /** Search keywords other than its label. */
  readonly keywords?: WordKey
  readonly icon: LucideIcon
  /** True if it can be performed now. */
  readonly when: () => boolean
  /** The shortcut, such as `Mod+K`; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string
  readonly perform: () => void
}

/**
 * An action of the app. Its facts come from the shared table; its icon and behaviour are set here.
 */
export function appAction(id: ActionId, behaviour: Pick<Action, 'icon' | 'when' | 'perform'>): Action {
  const { label, params, keywords, keys } = factsOf(id)
  return {
    id,
    label: { key: label, ...(params !== undefined && { params }) },
    ...(keywords !== undefined && { keywords }),
    ...(keys !== undefined && { keys }),
    ...behaviour,
  }
}
