import { expect, test } from 'vitest'
import { decodeStatement } from '../../shared/reconcile/statement-text.ts'

const TEXT = 'Date,Name,Amount\n2026-01-05,Jürgen Müller,−5.00 €\n'

function utf16(text: string, isBig: boolean, withMark: boolean): Buffer {
  const bytes = Buffer.from(withMark ? `\uFEFF${text}` : text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
  ['UTF-16, little end first', utf16(TEXT, false, true), 'utf-16le'],
  ['UTF-16, big end first', utf16(TEXT, true, true), 'utf-16be'],
  ['UTF-16 without its mark', utf16(TEXT, false, false), 'utf-16le'],
  ['UTF-16, big end first, without its mark', utf16(TEXT, true, false), 'utf-16be'],
])('%s is decoded correctly, without its byte order mark', (_name, bytes, encoding) => {
  expect(decodeStatement(bytes)).toEqual({ ok: true, text: TEXT, encoding })
})

test('bytes that are not UTF-8 are read as Windows-1252, a superset of Latin-1', () => {
  const bytes = Buffer.from('Name,Amount\nJürgen Müller,5.00\n', 'latin1')
  expect(decodeStatement(bytes)).toEqual({
    ok: true,
    text: 'Name,Amount\nJürgen Müller,5.00\n',
    encoding: 'windows-1252',
  })
  expect(decodeStatement(Buffer.from([0x41, 0x80, 0x0a]))).toMatchObject({ text: 'A€\n' })
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['blanks alone', Buffer.from(' \n\n'), 'empty'],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on', 'latin1'), 'spreadsheet'],
  ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'spreadsheet'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
  ['UTF-16 with a letter torn in two', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'binary'],
])('%s is not text, and the reason is given', (_name, bytes, reason) => {
  expect(decodeStatement(bytes)).toEqual({ ok: false, reason })
})
