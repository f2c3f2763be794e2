import type { BrowserWindow } from 'electron'
import type { QueryOf } from '../../../shared/api/queries.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import { type Outcome, refused } from '../../answers/outcome.ts'
import type { Statements } from '../../reconcile/statements.ts'
import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'

/**
 * Answers `match-statement` and pushes its progress. Refuses what `Statements.match` refuses, and
 * with `cancelled`.
 */
export async function matchStatement(
  statements: Statements,
  window: BrowserWindow,
  query: QueryOf<'match-statement'>,
): Promise<Outcome<StatementMatch>> {
  return runJob(
    'statement',
    far => push(window, 'progress', far),
    async job => {
      try {
        return await statements.match(query, job)
      } catch (problem) {
        if (job.signal.aborted) return refused({ code: 'cancelled', params: {} })
        throw problem
      }
    },
  )
}
