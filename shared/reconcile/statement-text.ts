/** A file's bytes as text, with the encoding it was read by; or why it is no text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }
  | { readonly ok: false; readonly reason: 'empty' | 'spreadsheet' | 'pdf' | 'binary' | 'too-large' }

/** The most bytes a statement may have: what one message to the main process carries. */
export const LARGEST_STATEMENT_BYTES = 32_000_000

/** How much of a file is looked at to tell its kind. */
const LOOKED_AT = 4_096

/**
 * A statement's bytes as text without a byte order mark. Takes UTF-8, UTF-16 in either order (by
 * its mark, or by where its zero bytes lie), and else Windows-1252, of which Latin-1 is a part:
 * every byte is a letter there, so this comes last. The page and the command line read files by
 * this one.
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

/**
 * What Windows-1252 has where Latin-1 has control characters; some decoders leave those as they
 * are.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

type Encoding = Extract<DecodedText, { ok: true }>['encoding']

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

/** Text in Latin letters has a zero in every other byte of UTF-16. */
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

/** Control characters other than tab and line ends stand in no statement. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/.test(text.slice(0, LOOKED_AT * 4))
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
