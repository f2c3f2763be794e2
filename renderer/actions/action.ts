import type { LucideIcon } from 'lucide-react'
import type { WordKey } from '../../shared/words/catalogue.ts'
import type { Text } from '../words/say.tsx'

/**
 * One thing that can be done: the same object serves its button, the palette, its shortcut and the
 * native menu.
 */
export interface Action {
  readonly id: string
  /** Moves bring theirs from `next`. */
  readonly label: Text | string
  /** What it is about, beside its label in the palette. */
  readonly about?: string
  /** Other words a person may look for it by. */
  readonly keywords?: WordKey
  readonly icon: LucideIcon
  /** Whether it can be done now. */
  readonly when: () => boolean
  /** Its shortcut, such as `Mod+K`; Mod is Ctrl, on a Mac Command. */
  readonly keys?: string
  readonly perform: () => void
}
