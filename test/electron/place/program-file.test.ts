import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerError } from '../../../main/answers/refusal-answer.ts'
import { programFile, programFolder, refusalInProgram } from '../../../main/electron/place/program-file.ts'

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'escrowbook-program-')))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const linux = { execPath: join(scratch, 'opt', 'Escrowbook', 'escrowbook'), platform: 'linux' } as const

test('the folder of the program is that of its file, and on macOS the app around it', () => {
  expect(programFolder(linux)).toBe(join(scratch, 'opt', 'Escrowbook'))
  const execPath = '/Applications/Escrowbook.app/Contents/MacOS/Escrowbook'
  expect(programFolder({ execPath, platform: 'darwin' })).toBe('/Applications/Escrowbook.app')
})

test('a book in the program’s folder is refused in words, also through a link, and any other is not', () => {
  const program = join(scratch, 'opt', 'Escrowbook')
  mkdirSync(join(program, 'resources'), { recursive: true })
  mkdirSync(join(scratch, 'opt', 'Escrowbook 2'))
  symlinkSync(program, join(scratch, 'link'))
  for (const folder of [
    program,
    join(program, 'book'),
    join(program, 'resources', 'a', 'b'),
    join(scratch, 'link', 'b'),
  ])
    expect(refusalInProgram(folder, linux), folder).toMatchObject({
      ok: false,
      refusal: { code: 'bad-input', variant: 'program-folder', field: 'folder' },
    })
  for (const folder of [scratch, join(scratch, 'opt', 'Escrowbook 2'), join(scratch, 'book')])
    expect(refusalInProgram(folder, linux), folder).toBeUndefined()
  const refused = refusalInProgram(join(program, 'book'), linux)
  if (refused === undefined) throw new Error('it is not refused')
  const { message } = answerError(refused.refusal, { locale: 'en', decimals: 2 })
  expect(message).toContain('where an update or uninstalling may delete it')
})

test('a portable app and an AppImage are started again by the file that a person started', () => {
  const temporary = join(scratch, 'Temp')
  const unpacked = { execPath: join(temporary, 'nsx1234.tmp', 'app', 'Escrowbook.exe') }
  const portable = { PORTABLE_EXECUTABLE_FILE: join(scratch, 'Escrowbook-portable.exe') }
  expect(programFile(unpacked, portable, temporary)).toBe(portable.PORTABLE_EXECUTABLE_FILE)
  const mounted = { execPath: join(scratch, 'mount', 'escrowbook') }
  const image = { APPIMAGE: join(scratch, 'Escrowbook.AppImage'), APPDIR: join(scratch, 'mount') }
  expect(programFile(mounted, image, temporary)).toBe(image.APPIMAGE)
})

test('what another portable app or AppImage left in the environment starts nothing else', () => {
  const left = { PORTABLE_EXECUTABLE_FILE: '/other.exe', APPIMAGE: '/other.AppImage', APPDIR: '/tmp/.mount_other' }
  expect(programFile(linux, left, join(scratch, 'Temp'))).toBe(linux.execPath)
  expect(programFile(linux, {}, join(scratch, 'Temp'))).toBe(linux.execPath)
})
