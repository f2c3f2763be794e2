import type { FileProblem } from './file-problem.ts'

/** The kind of a file by its first bytes; `text` is any that is not binary. */
export type ByteKind = 'zip' | 'ole' | 'text' | Extract<FileProblem, 'pdf' | 'archive'>

const SIGNATURES: readonly (readonly [readonly number[], ByteKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'ole'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x1f, 0x8b], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
]

/** Returns the kind of a file by its first bytes; its name decides nothing. */
export function byteKindOf(bytes: Uint8Array): ByteKind {
  return SIGNATURES.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1] ?? 'text'
}

/**
 * Tells what is in an OLE file: a spreadsheet of the old kind, a new one behind a password, or
 * something else.
 */
export function oleProblem(bytes: Uint8Array): FileProblem {
  if (includesWide(bytes, 'EncryptedPackage')) return 'password'
  return includesWide(bytes, 'Workbook') || includesWide(bytes, 'Book') ? 'xls' : 'document'
}

/** The names in an OLE file's directory are UTF-16. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 0
    while (same < name.length && bytes[at + same * 2] === name.charCodeAt(same) && bytes[at + same * 2 + 1] === 0)
      same++
    if (same === name.length) return true
  }
  return false
}

/** The kinds of text that are statements, but not delimited. */
export type TextKind = 'camt' | 'ofx' | 'mt940' | 'delimited'

const LOOKED_AT = 8_192

/**
 * Tells what a text is by its beginning: a format to read, or the problem with it. Any text that is
 * nothing else is taken for a delimited one; JSON and web pages are refused with those.
 */
export function textKindOf(text: string): TextKind | FileProblem {
  const start = text.slice(0, LOOKED_AT).trimStart()
  if (/^OFXHEADER\s*:|<OFX>|<\?OFX\s/i.test(start)) return 'ofx'
  if (start.startsWith('<')) return xmlKindOf(start)
  if (/^!(?:Type|Account|Option|Clear)\b/i.test(start)) return 'qif'
  return isSwift(start) ? (/^:34F:/m.test(start) && !/^:60[FM]:/m.test(start) ? 'mt942' : 'mt940') : 'delimited'
}

/** Statements of SWIFT have lines that begin with tags; an envelope or words may come first. */
const isSwift = (start: string): boolean =>
  /(?:^|[\r\n}:])(?:\{4:\s{0,10})?:20:/.test(start) && /[\r\n]:(?:25P?|28C?|60[FM]|61):/.test(start)

function xmlKindOf(start: string): TextKind | FileProblem {
  if (/BkToCstmrStmt|camt\.053/.test(start)) return 'camt'
  if (/BkToCstmrAcctRpt|camt\.052/.test(start)) return 'camt-052'
  if (/BkToCstmrDbtCdtNtfctn|camt\.054/.test(start)) return 'camt-054'
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(start)) return 'xls'
  if (/urn:oasis:names:tc:opendocument/.test(start)) return 'ods'
  return /<(?:!doctype html|html|table|body|head)\b/i.test(start) ? 'delimited' : 'other-xml'
}
