import type { Preferences } from '../../shared/api/preferences.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')
let chosen: Preferences['theme'] = 'system'

function apply(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && dark.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

/**
 * Applies a theme and a row height. The theme `system` follows the computer's setting as it
 * changes.
 */
export function chooseLook({ theme, rows }: Pick<Preferences, 'theme' | 'rows'>): void {
  chosen = theme
  document.documentElement.dataset['rows'] = rows
  apply()
}

dark.addEventListener('change', apply)
apply()
