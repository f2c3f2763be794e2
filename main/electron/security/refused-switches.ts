/**
 * Switches that hand the app, or this book, to another program, or take a protection away. The
 * installed app refuses them.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'renderer-startup-dialog',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
]

/** The arguments and the environment of a start, and whether the app is an installed one. */
export interface SwitchedStart {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isPackaged: boolean
}

/**
 * The switch for which this start is refused; undefined if there is none. Only the checks of the
 * shipped app may give one, on a book of their own (`ESCROWBOOK_UNDER_TEST=1`, `ESCROWBOOK_DIR`).
 */
export function refusedSwitch({ argv, env, isPackaged }: SwitchedStart): string | undefined {
  if (!isPackaged) return undefined
  const isUnderTest = env['ESCROWBOOK_UNDER_TEST'] === '1' && (env['ESCROWBOOK_DIR'] ?? '') !== ''
  // A book named as an argument comes before that of the environment, and may be the person's own.
  if (isUnderTest && !argv.some(argument => argument === '--book' || argument.startsWith('--book='))) return undefined
  return argv.map(nameOf).find(name => name !== undefined && REFUSED.includes(name))
}

/** The name of a switch as Chromium reads it: with one dash or two, and on Windows a slash. */
function nameOf(argument: string): string | undefined {
  return /^(?:--?|\/)([a-z-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase()
}
