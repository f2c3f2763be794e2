import { LARGEST_PAPER_BYTES } from '../../../shared/printed-statement/printed-statement.ts'
import { sha256Of } from '../../ask/fingerprint.ts'

/** A file that was chosen or dropped: its SHA-256, and whether it begins as a PDF does. */
type ReadPaper =
  | { readonly ok: true; readonly sha256: string; readonly isPdf: boolean }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' }

const PDF = '%PDF-'

/**
 * Reads the fingerprint of a file. Its bytes are hashed in the page, so that neither they nor a
 * path cross the bridge.
 */
export async function readPaper(file: File): Promise<ReadPaper> {
  if (file.size > LARGEST_PAPER_BYTES) return { ok: false, reason: 'too-large' }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return { ok: false, reason: 'unreadable' }
  const sha256 = await sha256Of(bytes)
  return { ok: true, sha256, isPdf: new TextDecoder('latin1').decode(bytes.slice(0, PDF.length)) === PDF }
}
