import { describe, expect, test } from 'vitest'
import { refusedSwitch } from '../../../main/electron/security/refused-switches.ts'

const start = (argv: readonly string[], env: Record<string, string> = {}, isPackaged = true): string | undefined =>
  refusedSwitch({ argv: ['/opt/Escrowbook/escrowbook', ...argv], env, isPackaged })

describe('the installed app', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/tmp/x',
    '--disable-web-security',
    '--inspect',
    '--inspect=127.0.0.1:9229',
    '--inspect-brk',
    '-remote-debugging-port=1',
    '--Remote-Debugging-Port=1',
    '--renderer-cmd-prefix=gdb',
  ])('refuses to start with %s', argument => {
    expect(start([argument])).toBeDefined()
    expect(start(['--no-sandbox', argument, '--lang=de'])).toBeDefined()
    expect(start([argument], {}, false), 'an app in development takes it').toBeUndefined()
  })
  test.each([['--no-sandbox', '--lang=de-CH', '--book=/tmp/b'], ['--user-data-dir=/tmp/u'], ['--ozone-platform=x11']])(
    'starts with %s',
    (...argv) => expect(start(argv)).toBeUndefined(),
  )
  test('takes them for its own checks, but never on a book that is not theirs', () => {
    const port = '--remote-debugging-port=0'
    expect(start([port], { ESCROWBOOK_UNDER_TEST: '1', ESCROWBOOK_DIR: '/tmp/b' })).toBeUndefined()
    expect(start([port], { ESCROWBOOK_UNDER_TEST: '1' })).toBe('remote-debugging-port')
    expect(start([port], { ESCROWBOOK_DIR: '/tmp/b' })).toBe('remote-debugging-port')
    expect(start([port, '--book=/home/dana/book'], { ESCROWBOOK_UNDER_TEST: '1', ESCROWBOOK_DIR: '/tmp/b' })).toBe(
      'remote-debugging-port',
    )
  })
})
