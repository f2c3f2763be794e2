import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '../../main/book/book.ts'
import { Statements } from '../../main/reconcile/statements.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import { querySchema } from '../../shared/api/queries.ts'
import { decodedAs, decodedByItself } from '../../shared/reconcile/files/decode.ts'
import type { StatementMatch } from '../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import { bookAfter, TODAY } from '../queries/open-book.ts'

/** Reads a statement of these tests as the app would read the file. */
export function fixture(name: string): string {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures', name))
  const decoded = decodedByItself(bytes) ?? decodedAs(bytes, 'windows-1252')
  if (!decoded.ok) throw new Error(decoded.reason)
  return decoded.text
}

/** The statements of a book, with columns kept for every header. */
export function statementsOf(book: Book, today = TODAY, kept?: StatementColumns): Statements {
  return new Statements({ book, locale: 'en', today: () => today, keptColumns: () => kept })
}

/** Returns the answer to `match-statement` in one page; throws if it is refused. */
export async function matched(
  statements: Statements,
  text: string,
  more: Partial<QueryOf<'match-statement'>> = {},
): Promise<StatementMatch> {
  const outcome = await statements.match(
    querySchema.parse({ type: 'match-statement', text, ...more }) as QueryOf<'match-statement'>,
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** Matches a text with an empty book. */
export async function readIn(text: string, columns?: StatementColumns): Promise<StatementMatch> {
  return matched(statementsOf(await bookAfter()), text, columns === undefined ? {} : { columns })
}

/** Returns the state of each row by its line. */
export const states = ({ rows }: StatementMatch): Record<number, string> =>
  Object.fromEntries(rows.map(({ line, state }) => [line, state]))
