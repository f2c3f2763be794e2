import { say } from '../../shared/words/say.ts'

/** What the app answers on the terminal instead of opening a window: `--help` and `--version`. Undefined when neither was asked. */
export function terminalAnswer(argv: readonly string[], version: string): string | undefined {
  const asked = (...names: readonly string[]): boolean => argv.slice(1).some(argument => names.includes(argument))
  if (asked('--help', '-h')) return say('terminal.help')
  if (asked('--version', '-v')) return say('terminal.version', { version })
  return undefined
}
