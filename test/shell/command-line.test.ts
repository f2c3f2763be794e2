import { describe, expect, test } from 'vitest'
import { terminalAnswer } from '../../main/shell/command-line.ts'

const answer = (...argv: string[]): string | undefined => terminalAnswer(['escrowbook', ...argv], '1.2.3')

describe('asked on a terminal', () => {
  test.each(['--version', '-v'])('%s says name and version', asked => {
    expect(answer('--no-sandbox', asked)).toBe('Escrowbook 1.2.3')
  })
  test.each(['--help', '-h'])('%s names every option and the variable, with nothing left to fill in', asked => {
    const help = answer(asked)
    for (const name of ['--book DIR', '--version', '--help', 'ESCROWBOOK_DIR', "app's data folder"]) expect(help).toContain(name)
    expect(help).not.toMatch(/[{}]/)
    for (const line of help?.split('\n') ?? []) expect(line.length).toBeLessThan(100)
  })
  test('anything else opens the window', () => {
    expect(answer()).toBeUndefined()
    expect(answer('--book', 'mine', '--no-sandbox')).toBeUndefined()
    expect(terminalAnswer(['--help'], '1.2.3'), 'the name of the program is no question').toBeUndefined()
  })
})
