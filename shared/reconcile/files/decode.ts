import { CHOSEN_ENCODINGS, type ChosenEncoding, systemEncoding } from '../encodings.ts'
import { declaredEncoding } from './declared-encoding.ts'
import { type FileProblem, unread } from './file-problem.ts'

/** The encoding of a text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | ChosenEncoding

/** A file's text, and the encoding it was read by; or the reason it is not text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly reason: FileProblem }

/** A text in an encoding that a person may choose, with words of it to judge by. */
export interface EncodingSample {
  readonly encoding: ChosenEncoding
  readonly sample: string
}

/** The number of bytes or characters inspected to detect a file's kind. */
const LOOKED_AT = 4_096

/**
 * Decodes bytes that say what they are: UTF-8, UTF-16 in either byte order, by its mark or the
 * position of its zero bytes, or what an XML or OFX file declares. Returns undefined for any other
 * bytes, whose encoding only a person can name. The text is without its byte order mark.
 */
export function decodedByItself(bytes: Uint8Array): DecodedText | undefined {
  const marked = encodingByMark(bytes)
  if (marked !== undefined) return textIn(bytes, marked) ?? unread('binary')
  const zeros = encodingByZeros(bytes)
  if (zeros !== undefined) return textIn(bytes, zeros) ?? unread('binary')
  const declared = declaredEncoding(bytes)
  return textIn(bytes, 'utf-8') ?? (declared === undefined ? undefined : decodedAs(bytes, declared))
}

/** Decodes bytes in a given encoding. Refuses `binary` where they are not text in it. */
export function decodedAs(bytes: Uint8Array, encoding: ChosenEncoding): DecodedText {
  return textIn(bytes, encoding) ?? unread('binary')
}

/**
 * Returns what the bytes read as in each encoding that fits them, the system's code page first:
 * words with letters that the encodings disagree about. `language` is a BCP 47 tag.
 */
export function encodingSamples(bytes: Uint8Array, language: string): readonly EncodingSample[] {
  const first = systemEncoding(language)
  const excerpt = excerptOf(bytes)
  return [first, ...CHOSEN_ENCODINGS.filter(encoding => encoding !== first)].flatMap(encoding => {
    return fits(bytes, encoding) ? [{ encoding, sample: sampleOf(decodeWith(excerpt, encoding, false)) }] : []
  })
}

/** Windows-1252 from 0x80 to 0x9f; some decoders return Latin-1's control characters there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** IBM 850 from 0x80, which banks’ older systems write. */
const IBM_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

function encodingByMark(bytes: Uint8Array): TextEncoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

/** In UTF-16, every other byte of Latin text is zero. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | undefined {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, LOOKED_AT)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length / 4 && even === 0) return 'utf-16le'
  return even > length / 4 && odd === 0 ? 'utf-16be' : undefined
}

const TRIED_BYTES = 1 << 20

/** Tells if the first bytes are text in an encoding; the last character may be torn. */
function fits(bytes: Uint8Array, encoding: ChosenEncoding): boolean {
  if (encoding === 'ibm850') return true
  try {
    return isText(new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, TRIED_BYTES), { stream: true }))
  } catch {
    return false
  }
}

/** Undefined if the bytes do not fit the encoding. */
function textIn(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  try {
    const text = decodeWith(bytes, encoding, true)
    if (text.trim() === '') return unread('empty')
    return isText(text) ? { ok: true, text, encoding } : unread('binary')
  } catch {
    return undefined
  }
}

function decodeWith(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): string {
  if (encoding === 'ibm850') {
    // Latin-1 through the platform's decoder, whose letters from 0x80 are then exchanged.
    const latin = decodeWith(bytes, 'windows-1252', false)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins at zero.
    return latin.replace(/[^\u0000-\u007f]/g, letter => IBM_850[byteOf(letter) - 0x80] ?? letter)
  }
  const text = new TextDecoder(encoding, { fatal }).decode(bytes)
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, letter => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)
    : text
}

/** The byte of a letter in Windows-1252. */
function byteOf(letter: string): number {
  const code = letter.charCodeAt(0)
  return code < 0x100 && code >= 0xa0 ? code : 0x80 + WINDOWS.indexOf(letter)
}

/** No statement has control characters other than tabs and line ends. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters searched for.
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/.test(text.slice(0, LOOKED_AT * 4))
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte)

const EXCERPT_LINES = 6
const LONGEST_LINE = 2_000
const LONGEST_SAMPLE = 60

/** The first lines with bytes that are not ASCII, one after another. */
function excerptOf(bytes: Uint8Array): Uint8Array {
  const lines: number[] = []
  let count = 0
  for (let at = 0; at < bytes.length && count < EXCERPT_LINES; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const start = Math.max(bytes.lastIndexOf(10, at) + 1, at - LONGEST_LINE)
    const next = bytes.indexOf(10, at)
    const end = Math.min(next < 0 ? bytes.length : next, at + LONGEST_LINE)
    lines.push(...bytes.subarray(start, end), 10)
    count++
    at = end
  }
  return Uint8Array.from(lines)
}

/** The first words with letters beyond ASCII. */
function sampleOf(text: string): string {
  const found: string[] = []
  let length = 0
  for (const [word] of text.matchAll(/[^\s,;|"]{1,40}/g)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins at zero.
    if (!/[^\u0000-\u007f]/.test(word) || found.includes(word)) continue
    length += word.length + 2
    if (length > LONGEST_SAMPLE && found.length > 0) break
    found.push(word)
  }
  return found.join(', ')
}
