import type { QueryOf } from '../../shared/api/queries.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { PaperCheck } from '../../shared/printed-statement/printed-statement.ts'
import { say } from '../../shared/words/say.ts'
import type { Book } from '../book/book.ts'
import { isCovered } from '../escrow/paper.ts'

/** A paper, and the name of the file in it that was looked up. */
interface Found {
  readonly paper: Paper
  readonly file: string
}

/** The entries of what a paper covers that were undone or corrected since, and those added. */
type Changes = Pick<PaperCheck, 'changed' | 'added'>

/**
 * Answers the query `check-paper`: whether this book printed exactly these bytes, named by their
 * SHA-256, and whether what the paper covers has changed since. The whole chain is checked first.
 * References, notes and names are not compared.
 */
export async function checkPaper(
  book: Book,
  { sha256 }: Pick<QueryOf<'check-paper'>, 'sha256'>,
  locale: string,
): Promise<PaperCheck> {
  const chain = await book.verify()
  const found = chain.ok ? paperWith(book, sha256) : undefined
  const none = { paper: null, file: null, since: 0, changed: 0, added: 0 }
  if (found === undefined) {
    const result = chain.ok ? 'foreign' : 'damaged'
    return { result, ...none, message: say(`printed.paper.${result}`, {}, { locale, decimals: 2 }) }
  }
  const { paper, file } = found
  const since = chain.entries - paper.entries
  const changes = await changesSince(book, paper)
  const result = since === 0 ? 'same' : changes.changed + changes.added === 0 ? 'grown' : 'differs'
  const { files: _, ...shown } = paper
  return {
    result,
    paper: shown,
    file,
    since,
    ...changes,
    message: `${coverage(book, found, locale)} ${say(`printed.paper.${result}`, { ...changes }, { locale, decimals: 2 })}`,
  }
}

function paperWith(book: Book, sha256: string): Found | undefined {
  for (const paper of book.papers.toReversed()) {
    const file = paper.files.find(([, hash]) => hash === sha256)
    if (file !== undefined) return { paper, file: file[0] }
  }
  return undefined
}

async function changesSince(book: Book, paper: Paper): Promise<Changes> {
  const index = await book.moves()
  const covers = (entry: number): boolean => {
    const known = index.entry(entry)
    return known !== undefined && isCovered(paper, known.contractId, index.dayOf(entry))
  }
  let [changed, added] = [0, 0]
  for (let entry = paper.entries + 1; entry <= index.entries; entry++) {
    const reversed = index.reversedIn(entry)
    if (reversed !== undefined) changed += reversed <= paper.entries && covers(reversed) ? 1 : 0
    else if (index.isStanding(entry) && index.entry(entry)?.corrects === undefined) added += covers(entry) ? 1 : 0
  }
  return { changed, added }
}

/** The coverage of a paper and the day it was printed, in words. */
function coverage(book: Book, { paper, file }: Found, locale: string): string {
  const { kind, name, contracts, from, to, on, entries } = paper
  const [contractId = ''] = contracts ?? []
  const params = {
    kind,
    name,
    file,
    of: contracts === null ? 'book' : contracts.length === 1 ? 'contract' : 'contracts',
    title: book.anyContract(contractId)?.title ?? contractId,
    contracts: contracts?.length ?? 0,
    from: { day: from },
    to: { day: to },
    on: { day: on },
    entries,
  }
  return say('printed.paper.covers', params, { locale, decimals: 2 })
}
