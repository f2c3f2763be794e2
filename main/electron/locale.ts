import { app } from 'electron'

/**
 * The locale of the person's numbers and dates: the one the app was started with (`--lang`), else
 * that of the system's regional settings, which say more than the language of its menus (`de-CH`
 * writes 1’234.50, `de` 1.234,50). Call it after `ready`.
 */
export function regionalLocale(): string {
  return (
    usable(app.commandLine.getSwitchValue('lang')) ?? usable(app.getSystemLocale()) ?? usable(app.getLocale()) ?? 'en'
  )
}

/**
 * A locale as `Intl` accepts it, without what some systems append (`en-US@posix`); undefined if
 * there are no formats for it.
 */
function usable(name: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name.replace(/@.*/, '').replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
