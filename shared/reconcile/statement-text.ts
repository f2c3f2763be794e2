/** A file's text and encoding, or the reason it is not text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }
  | { readonly ok: false; readonly reason: 'empty' | 'spreadsheet' | 'pdf' | 'binary' | 'too-large' }

/**
 * The maximum size of a statement in bytes: the most that one message to the main process can
 * carry.
 */
export const LARGEST_STATEMENT_BYTES = 32_000_000

/** The number of bytes or characters inspected to detect a file's kind. */
const LOOKED_AT = 4_096

/**
 * Decodes a statement's bytes into text without a byte order mark. Tries UTF-8, then UTF-16 in
 * either byte order (by its mark or the position of its zero bytes), and finally Windows-1252, a
 * superset of Latin-1 in which every byte is a character. Shared by the page and the command line.
 */
export function decodeStatement(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > LARGEST_STATEMENT_BYTES) return { ok: false, reason: 'too-large' }
  const marked = encodingByMark(bytes)
  if (marked !== undefined) return textIn(bytes, marked)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { ok: false, reason: 'spreadsheet' }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return { ok: false, reason: 'pdf' }
  return textIn(bytes, encodingByZeros(bytes) ?? 'utf-8')
}

/** Windows-1252 from 0x80 to 0x9f; some decoders return Latin-1's control characters there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

type Encoding = Extract<DecodedText, { ok: true }>['encoding']

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

/** In UTF-16, every other byte of Latin text is zero. */
function encodingByZeros(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, LOOKED_AT)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length / 4 && even === 0) return 'utf-16le'
  return even > length / 4 && odd === 0 ? 'utf-16be' : undefined
}

function textIn(bytes: Uint8Array, encoding: Encoding): DecodedText {
  try {
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const text =
      encoding === 'windows-1252'
        ? decoded.replace(/[\u0080-\u009f]/g, letter => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)
        : decoded
    return isText(text) ? { ok: true, text, encoding } : { ok: false, reason: text.trim() === '' ? 'empty' : 'binary' }
  } catch {
    return encoding === 'utf-8' && !startsWith(bytes, [0xef, 0xbb, 0xbf])
      ? textIn(bytes, 'windows-1252')
      : { ok: false, reason: 'binary' }
  }
}

/** No statement has control characters other than tabs and line ends. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters searched for.
  return text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/.test(text.slice(0, LOOKED_AT * 4))
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
