import type { LucideIcon } from 'lucide-react'
import { type ActionId, factsOf } from '../../shared/actions/actions.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import type { Text } from '../words/say.tsx'

/**
 * One thing that can be done: the same object serves its button, the palette, its shortcut and the
 * native menu.
 */
export interface Action {
  readonly id: string
  /** The name on screen; moves take theirs from `next`. */
  readonly label: Text | string
  /** The contract or party it is about, shown next to its label in the palette. */
  readonly about?: string
  /** Other words a person may look for it by. */
  readonly keywords?: WordKey
  readonly icon: LucideIcon
  /** True while it can be done. */
  readonly when: () => boolean
  /** The shortcut, such as `Mod+K`; Mod is Ctrl, on a Mac Command. */
  readonly keys?: string
  readonly perform: () => void
}

/** An action of the app: its facts are in the shared table, the page adds icon and behaviour. */
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
