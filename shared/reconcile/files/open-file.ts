import { type ChosenEncoding, systemEncoding } from '../encodings.ts'
import { type DecodedText, decodedAs, decodedByItself, type TextEncoding } from './decode.ts'
import { type FileProblem, unread } from './file-problem.ts'
import { LARGEST_STATEMENT_BYTES } from './limits.ts'
import { byteKindOf, oleProblem, textKindOf } from './recognise.ts'

export { encodingSamples } from './decode.ts'

/** The facts about a file besides its bytes. */
export interface FileHints {
  /** The encoding that a person chose for it. */
  readonly encoding?: ChosenEncoding | undefined
  /** The language of the system, as a BCP 47 tag, whose code page is tried first. */
  readonly language: string
}

/**
 * A statement as delimited text. `open` is the encoding it was read by if that is a guess, which a
 * person must confirm; null if the file says itself how it is encoded.
 */
export type OpenedFile =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding; readonly open: ChosenEncoding | null }
  | { readonly ok: false; readonly reason: FileProblem }

/**
 * Opens a statement's file: CSV, CAMT.053, OFX or QFX, MT940, XLSX, or a ZIP with statements in it,
 * recognised by its content. The readers are loaded when a file needs them. Refuses each other file
 * by name. Runs in the page and in Node alike.
 */
export async function openStatementFile(bytes: Uint8Array, hints: FileHints): Promise<OpenedFile> {
  if (bytes.length === 0) return unread('empty')
  if (bytes.length > LARGEST_STATEMENT_BYTES) return unread('too-large')
  switch (byteKindOf(bytes)) {
    case 'zip':
      return openZip(bytes, hints)
    case 'ole':
      return unread(oleProblem(bytes))
    case 'pdf':
      return unread('pdf')
    case 'archive':
      return unread('archive')
    case 'text':
      return openText(bytes, hints)
  }
}

async function openText(bytes: Uint8Array, hints: FileHints): Promise<OpenedFile> {
  const { decoded, open } = decodedBy(bytes, hints)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded
  const kind = textKindOf(text)
  if (kind === 'delimited') return { ok: true, text, encoding, open }
  const converted = await convert(kind, text)
  return converted.ok ? { ok: true, text: converted.text, encoding, open } : converted
}

function convert(kind: ReturnType<typeof textKindOf>, text: string) {
  switch (kind) {
    case 'camt':
      return import('./camt.ts').then(({ camtText }) => camtText(text))
    case 'ofx':
      return import('./ofx.ts').then(({ ofxText }) => ofxText(text))
    case 'mt940':
      return import('./mt940.ts').then(({ mt940Text }) => mt940Text(text))
    case 'delimited':
      return { ok: true, text } as const
    default:
      return unread(kind)
  }
}

/** Unpacks on demand: a spreadsheet, statements of a bank, or a single file. */
async function openZip(bytes: Uint8Array, hints: FileHints): Promise<OpenedFile> {
  const { openPackage } = await import('./zip-content.ts')
  const opened = await openPackage(bytes)
  if ('single' in opened) {
    const isNested = byteKindOf(opened.single) === 'zip'
    return isNested ? unread('archive') : openStatementFile(opened.single, hints)
  }
  return opened.ok ? { ok: true, text: opened.text, encoding: 'utf-8', open: null } : opened
}

/** The text of bytes: by themselves, by the person’s choice, or as a guess. */
function decodedBy(
  bytes: Uint8Array,
  { encoding, language }: FileHints,
): { readonly decoded: DecodedText; readonly open: ChosenEncoding | null } {
  const byItself = decodedByItself(bytes)
  if (byItself !== undefined) return { decoded: byItself, open: null }
  const guess = encoding ?? systemEncoding(language)
  return { decoded: decodedAs(bytes, guess), open: guess }
}
