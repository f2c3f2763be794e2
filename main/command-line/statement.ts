import { querySchema } from '../../shared/api/queries.ts'
import { say } from '../../shared/words/say.ts'
import { statementOf } from '../printed-statement/statement.ts'
import { deliver } from './delivery.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, refusedBy, text, wrongUse } from './options.ts'
import type { Context, Print } from './surroundings.ts'
import { readingBook } from './with-book.ts'

/** `statement`: a PDF of one contract, a client, or the book over a period. */
export async function statement(context: Context): Promise<Exit> {
  const { terminal, around } = context
  const [contractId, client, from, to] = ['contract', 'client', 'from', 'to'].map(name => text(context, name))
  const query = parsed(querySchema, { type: 'statement', contractId, client, from, to })
  if (!query.ok) return wrongUse(context, query.refusal)
  if (query.value.type !== 'statement') throw new Error('another query was asked')
  const { type: _, ...request } = query.value
  if (text(context, 'output') === undefined && (terminal.isWatched || terminal.json)) {
    const message = say('terminal.statement.no-output')
    return terminal.refuse({ code: 'bad-input', message, field: 'output' }, EXIT.wrongUse)
  }
  return readingBook(context, async book => {
    const read = await statementOf(book, request, around.today(), around.locale)
    if (!read.ok) return refusedBy(context, read.refusal)
    return deliver(context, printed(await around.printer(book), request, around.signal), { isPaper: true })
  })
}

async function* printed(print: Print, request: Parameters<Print>[0], signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield await print(request, signal)
  } catch (problem) {
    // A stopped command fails part-way, as it should.
    if (!signal.aborted) throw problem
  }
}
