import type { KeptPaper } from '../../../shared/api/exports.ts'
import type { Paper } from '../../../shared/contract/paper.ts'
import { answerError } from '../../answers/refusal-answer.ts'
import type { Book } from '../../book/book.ts'

/**
 * Keeps the fingerprint of a paper that is already on the disk. If the book refuses, the paper
 * stays and the answer says why.
 */
export async function keepPaper(book: Book, paper: Paper, locale: string): Promise<KeptPaper> {
  const kept = await book.keepPaper(paper)
  return kept.ok ? { kept: true } : { kept: false, why: answerError(kept.refusal, { locale, decimals: 2 }).message }
}
