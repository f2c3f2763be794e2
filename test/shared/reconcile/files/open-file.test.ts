import { expect, test } from 'vitest'
import { systemEncoding } from '../../../../shared/reconcile/encodings.ts'
import { encodingSamples } from '../../../../shared/reconcile/files/decode.ts'
import { Zip } from '../../../../shared/reconcile/files/zip.ts'
import { bytesOf, opened } from './opening.ts'
import { workbookOf, zipOf } from './zip-of.ts'

const TEXT = 'Date,Name,Amount\n2026-01-05,Jürgen Müller,−5.00 €\n'

function utf16(text: string, isBig: boolean, withMark: boolean): Uint8Array {
  const bytes = Buffer.from(withMark ? `\uFEFF${text}` : text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

test.each([
  ['UTF-8', TEXT, 'utf-8'],
  ['UTF-8 with its mark', `\uFEFF${TEXT}`, 'utf-8'],
  ['UTF-16, little end first', utf16(TEXT, false, true), 'utf-16le'],
  ['UTF-16, big end first', utf16(TEXT, true, true), 'utf-16be'],
  ['UTF-16 without its mark', utf16(TEXT, false, false), 'utf-16le'],
  ['UTF-16, big end first, without its mark', utf16(TEXT, true, false), 'utf-16be'],
])('%s is decoded by itself, without its byte order mark', async (_name, content, encoding) => {
  expect(await opened(content)).toEqual({ ok: true, text: TEXT, encoding, open: null })
})

const ole = (name: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Buffer.from(name, 'utf16le')]))
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['blanks alone', ' \n\n', 'empty'],
  ['more than 32 MB', new Uint8Array(32_000_001).fill(65), 'too-large'],
  ['a PDF', '%PDF-1.7\n', 'pdf'],
  ['an old spreadsheet', ole('Workbook'), 'xls'],
  ['a spreadsheet in old XML', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'xls'],
  ['a spreadsheet behind a password', ole('EncryptedPackage'), 'password'],
  ['an old document', ole('WordDocument'), 'document'],
  [
    'a document',
    zipOf([
      { name: '[Content_Types].xml', content: '' },
      { name: 'word/document.xml', content: '' },
    ]),
    'document',
  ],
  ['a binary spreadsheet', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]), 'xlsb'],
  [
    'an OpenDocument spreadsheet',
    zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true }]),
    'ods',
  ],
  [
    'an OpenDocument text',
    zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
    'document',
  ],
  ['a Numbers spreadsheet', zipOf([{ name: 'Index/Document.iwa', content: 'x' }]), 'numbers'],
  ['a ZIP behind a password', zipOf([{ name: 'a.csv', content: TEXT, flags: 1 }]), 'password'],
  [
    'a ZIP of several tables',
    zipOf([
      { name: 'a', content: TEXT },
      { name: 'b', content: TEXT },
    ]),
    'archive',
  ],
  ['an empty ZIP', zipOf([]), 'archive'],
  ['a ZIP in a ZIP', zipOf([{ name: 'a.zip', content: zipOf([{ name: 'a', content: TEXT }]) }]), 'archive'],
  ['another archive', new Uint8Array([0x1f, 0x8b, 8, 0]), 'archive'],
  ['a ZIP that is cut off', zipOf([{ name: 'a', content: TEXT }]).subarray(0, 60), 'damaged'],
  ['a ZIP that unpacks to more than it says', zipOf([{ name: 'a', content: TEXT, claims: 5 }]), 'damaged'],
  ['QIF', '!Type:Bank\nD01/05/2026\nT-5.00\nPGrocer\n^\n', 'qif'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
  ['UTF-16 with a letter torn in two', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x42]), 'binary'],
])('%s is refused by name', async (_name, content, reason) => {
  expect(await opened(content)).toEqual({ ok: false, reason })
})

test('a single file in a ZIP is opened, whatever it is', async () => {
  expect(await opened(zipOf([{ name: 'a.txt', content: TEXT }]))).toMatchObject({ ok: true, text: TEXT })
  expect(await opened(zipOf([{ name: 'x', content: bytesOf('mt940-dutch.940') }]))).toMatchObject({ ok: true })
})

test('a single changed byte of a ZIP is noticed', async () => {
  const bytes = zipOf([{ name: 'a', content: TEXT, isStored: true }])
  const at = Buffer.from(bytes).indexOf('5.00')
  bytes[at] = 0x36
  expect(await opened(bytes)).toEqual({ ok: false, reason: 'damaged' })
})

test('what comes out of a ZIP is counted over all its files, and given up at the limit', async () => {
  const zip = Zip.open(zipOf([{ name: 'a', content: ' '.repeat(900) }]), 1_000)
  if (!zip.ok) throw new Error(zip.reason)
  const [entry] = zip.zip.entries
  if (entry === undefined) throw new Error('no entry')
  expect(await zip.zip.unpack(entry, () => true)).toBeUndefined()
  expect(await zip.zip.unpack(entry, () => true)).toBe('too-large')
})

test('a sheet with a cell without end is given up', async () => {
  const rows = `<row><c><v>${' '.repeat(3_000_000)}</v></c></row>`
  expect(await opened(workbookOf([{ name: 'A', rows }]))).toEqual({ ok: false, reason: 'damaged' })
})

test('bytes that say nothing of their encoding are read by the system’s code page, as a guess', async () => {
  expect(await opened(latin('Jürgen\n'))).toEqual({
    ok: true,
    text: 'Jürgen\n',
    encoding: 'windows-1252',
    open: 'windows-1252',
  })
  expect(await opened(new Uint8Array([0xb3, 0x80, 0x0a]), { language: 'pl-PL' })).toMatchObject({ text: 'ł€\n' })
  expect(await opened(new Uint8Array([0x84, 0x0a]), { encoding: 'ibm850' })).toMatchObject({ text: 'ä\n' })
})

test('each encoding that fits the bytes is shown with words it reads, the system’s code page first', () => {
  const samples = encodingSamples(latin('Name,Amount\nJürgen Müller,5.00\nplain,1.00\n'), 'de-CH')
  expect(samples[0]).toEqual({ encoding: 'windows-1252', sample: 'Jürgen, Müller' })
  expect(samples).toContainEqual({ encoding: 'windows-1251', sample: 'Jьrgen, Mьller' })
  expect(samples).toContainEqual({ encoding: 'ibm850', sample: 'J³rgen, M³ller' })
  expect(samples.map(({ encoding }) => encoding)).not.toContain('shift_jis')
  expect(encodingSamples(new Uint8Array([0x93, 0xfa, 0x96, 0x7b, 0x0a]), 'ja-JP')[0]).toEqual({
    encoding: 'shift_jis',
    sample: '日本',
  })
})

test('systems write the code page of their language', () => {
  expect(
    ['de-CH', 'pl', 'ru-RU', 'el', 'tr-TR', 'ja', 'ko', 'zh-CN', 'zh-Hant-TW', 'constructor'].map(systemEncoding),
  ).toEqual([
    'windows-1252',
    'windows-1250',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'shift_jis',
    'euc-kr',
    'gb18030',
    'big5',
    'windows-1252',
  ])
})
