import type { Preferences } from '../../../shared/api/preferences.ts'
import { readOwn } from '../../book/folder/own-file.ts'

/**
 * The theme in the preferences file, for the window's first colour; `system` if it cannot be read.
 * The other preferences are read once there is a window.
 */
export function keptTheme(file: string): Preferences['theme'] {
  try {
    const { theme } = JSON.parse(readOwn(file)) as { readonly theme?: unknown }
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}
