import { readFileSync } from 'node:fs'
import type { Preferences } from '../../../shared/api/preferences.ts'

/**
 * The theme in the file of preferences, for the window's first colour; `system` where there is none
 * to be read. The rest of them is read once there is a window.
 */
export function keptTheme(file: string): Preferences['theme'] {
  try {
    const { theme } = JSON.parse(readFileSync(file, 'utf8')) as { readonly theme?: unknown }
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}
