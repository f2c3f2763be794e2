import type { Preferences } from '../../shared/queries.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')
let chosen: Preferences['theme'] = 'system'

function apply(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && dark.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

/** Shows the app in a theme; `system` follows the computer as it changes. */
export function chooseTheme(theme: Preferences['theme']): void {
  chosen = theme
  apply()
}

dark.addEventListener('change', apply)
apply()
