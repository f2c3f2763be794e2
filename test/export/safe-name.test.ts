import { expect, test } from 'vitest'
import { safeName } from '../../main/export/safe-name.ts'

test.each(['CON', 'nul', 'Prn', ' aux ', 'COM1', 'lpt9', 'Com²'])(
  'a client called %s makes a file that Windows can write',
  name => {
    expect(safeName(name)).toBe(`${name.trim()}_`)
  },
)

test.each([
  ['Contoso', 'Contoso'],
  ['COM10', 'COM10'],
  ['CON Ltd', 'CON-Ltd'],
  ['../etc/passwd', 'etc-passwd'],
])('a client called %s keeps what a file name may have', (name, file) => {
  expect(safeName(name)).toBe(file)
})
