import { describe, expect, test } from 'vitest'
import { argumentsOf, readCommandLine } from '../../main/command-line/command-line.ts'
import { FORMS } from '../../main/command-line/forms.ts'
import { say } from '../../shared/words/say.ts'

const asked = (...given: readonly string[]) => readCommandLine(given, '1.2.3')
const NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[]

describe('without a command', () => {
  test.each(['--version', '-v'])('%s prints the name and version', option => {
    expect(asked('--no-sandbox', option)).toEqual({ kind: 'text', text: 'Escrowbook 1.2.3' })
  })
  test.each([[['--help']], [['-h']], [['help']], [['help', 'nothing']]])(
    '%j names every command, option and variable',
    given => {
      const found = asked(...given)
      const text = found.kind === 'text' ? found.text : ''
      for (const name of [
        ...NAMES,
        '--book DIR',
        '--version',
        '--help',
        '--json',
        'ESCROWBOOK_DIR',
        "app's data folder",
      ])
        expect(text).toContain(name)
    },
  )
  test.each([
    [[]],
    [['--book', 'mine', '--no-sandbox']],
    [['--book', 'verify']],
    [['/home/me/statement.csv']],
    [['https://example.org']],
    [['--', 'verify']],
  ])('%j opens the window', given => expect(asked(...given)).toEqual({ kind: 'window' }))
  test('an unknown command is wrong usage, and the message says where the commands are listed', () => {
    expect(asked('verfy', '--json')).toEqual({
      kind: 'wrong-use',
      message: 'There is no command “verfy”.',
      hint: 'See escrowbook --help',
      json: true,
    })
  })
})

describe.each(NAMES)('the help of %s', command => {
  const help = say(`terminal.help.${command}`)
  test.each([
    [[command, '--help']],
    [[command, '-h']],
    [['help', command]],
    [['--book', 'x', command, '--json', '--help']],
  ])('is printed by %j', given => {
    expect(asked(...given)).toEqual({ kind: 'text', text: help })
  })
  test('lists all of its options and no others, in lines of at most 100 characters', () => {
    const named = new Set([...help.matchAll(/(?<=^|[\s,[])--([a-z-]+)/gm)].map(([, name = '']) => name))
    expect([...named].sort()).toEqual(Object.keys(FORMS[command].options).sort())
    for (const [name, { short }] of Object.entries<{ short?: string }>(FORMS[command].options))
      if (short) expect(help, name).toContain(`--${name}, -${short}`)
    for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
    expect(help).not.toMatch(/[{}]/)
  })
})

describe('a command', () => {
  test('keeps its options and operands, wherever --book and Chromium’s switches are', () => {
    const call = {
      command: 'import',
      operands: ['a.csv'],
      options: { book: 'mine', 'dry-run': true, lines: '3', column: ['date=Day', 'amount=Sum'] },
    }
    const options = ['--lines=3', '-n', '--column', 'date=Day', '--column=amount=Sum']
    expect(asked('--no-sandbox', '--book', 'mine', 'import', 'a.csv', ...options, '--lang=de')).toEqual({
      kind: 'call',
      call,
    })
    expect(asked('import', ...options, '--ozone-platform=headless', 'a.csv', '--book=mine')).toEqual({
      kind: 'call',
      call,
    })
  })
  test('accepts a name that begins with a hyphen after --, and such a value after =', () => {
    expect(asked('import', '--', '--no-sandbox')).toMatchObject({ call: { operands: ['--no-sandbox'] } })
    expect(asked('import', '-')).toMatchObject({ call: { operands: ['-'] } })
    expect(asked('statement', '--client=-x-')).toMatchObject({ call: { options: { client: '-x-' } } })
  })
  test.each([
    [['export', '--fromat', 'csv'], 'export has no option --fromat.'],
    [['export', '-x'], 'export has no option -x.'],
    [['verify', '--constructor', 'x'], 'verify has no option --constructor.'],
    [['export', '--format'], '--format needs a value.'],
    [['export', '--format', '--json'], '--format needs a value.'],
    [['export', '-f', ''], '-f needs a value.'],
    [['export', '--book='], '--book needs a value.'],
    [['export', '--json=yes'], '--json takes no value.'],
    [['export', '-f', 'csv', '--format', 'json'], '--format is given twice.'],
    [['import'], 'Which file? Name it, or - for stdin.'],
    [['year'], 'Which year? Name it, such as 2026.'],
    [['year', '2025', '2026'], 'year does not know what to do with “2026”.'],
    [['verify', 'mine'], 'verify does not know what to do with “mine”.'],
  ])('%j is wrong usage: %s', (given, message) => {
    expect(asked(...given)).toMatchObject({ kind: 'wrong-use', message, hint: `See escrowbook ${given[0]} --help` })
  })
})

test('the app’s folder, which Electron gets in development, is not part of the command line', () => {
  expect(argumentsOf(['electron', '--inspect=0', '/the/app', 'verify'], false)).toEqual(['--inspect=0', 'verify'])
  expect(argumentsOf(['escrowbook', 'verify', '--json'], true)).toEqual(['verify', '--json'])
  expect(argumentsOf(['electron'], false)).toEqual([])
})
