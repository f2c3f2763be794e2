import { CamtRows, readCamt } from './camt.ts'
import { decodedByItself } from './decode.ts'
import { type FileProblem, type FileText, unread } from './file-problem.ts'
import { LARGEST_STATEMENT_BYTES } from './limits.ts'
import { byteKindOf, textKindOf } from './recognise.ts'
import { Zip, type ZipEntry } from './zip.ts'

/** The content of a ZIP: a statement's text, or the bytes of its only file. */
export type PackageContent = FileText | { readonly single: Uint8Array }

const MOST_FILES = 1_000

/**
 * Opens a ZIP: a spreadsheet, CAMT.053 files as banks deliver them, or a single file, which may be
 * a statement of any kind. Refuses each other package by name.
 */
export async function openPackage(bytes: Uint8Array): Promise<PackageContent> {
  const opened = Zip.open(bytes)
  if (!opened.ok) return opened
  const { zip } = opened
  const office = await officeProblem(zip)
  if (office === 'xlsx') return (await import('./xlsx.ts')).xlsxText(zip)
  if (office !== undefined) return unread(office)
  const files = zip.entries.filter(({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  if (files.some(({ isEncrypted }) => isEncrypted)) return unread('password')
  const [only, ...others] = files
  if (only === undefined || files.length > MOST_FILES) return unread('archive')
  if (others.length === 0) {
    const single = await unpacked(zip, only)
    return typeof single === 'string' ? unread(single) : { single }
  }
  return camtFiles(zip, files)
}

/** Tells an office file by the parts it has. */
async function officeProblem(zip: Zip): Promise<FileProblem | 'xlsx' | undefined> {
  const has = (name: string): boolean => zip.entry(name) !== undefined
  if (has('xl/workbook.bin')) return 'xlsb'
  if (has('[Content_Types].xml'))
    return zip.entries.some(({ name }) => /(?:^|\/)workbook\.xml$/.test(name)) ? 'xlsx' : 'document'
  if (has('Index/Document.iwa') || has('Index.zip')) return 'numbers'
  const kind = zip.entry('mimetype')
  if (kind === undefined) return undefined
  const type = await unpacked(zip, kind)
  if (typeof type === 'string') return type
  return new TextDecoder().decode(type.subarray(0, 200)).includes('spreadsheet') ? 'ods' : 'document'
}

/** The rows of several files, each of which must be a CAMT.053 statement. */
async function camtFiles(zip: Zip, files: readonly ZipEntry[]): Promise<FileText> {
  const rows = new CamtRows()
  for (const file of files) {
    const bytes = await unpacked(zip, file)
    if (typeof bytes === 'string') return unread(bytes)
    const decoded = byteKindOf(bytes) === 'text' ? decodedByItself(bytes) : undefined
    if (decoded?.ok !== true) return unread('archive')
    const kind = textKindOf(decoded.text)
    if (kind === 'camt-052' || kind === 'camt-054') return unread(kind)
    if (kind !== 'camt') return unread('archive')
    const problem = await readCamt(decoded.text, rows)
    if (problem !== undefined) return unread(problem)
  }
  return rows.end()
}

/** The bytes of a file in a ZIP, at most as many as a statement may have. */
async function unpacked(zip: Zip, entry: ZipEntry): Promise<Uint8Array | FileProblem> {
  if (entry.size > LARGEST_STATEMENT_BYTES) return 'too-large'
  const pieces: Uint8Array[] = []
  const problem = await zip.unpack(entry, piece => {
    pieces.push(piece)
    return true
  })
  if (problem !== undefined) return problem
  const whole = new Uint8Array(entry.size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
