import type { AnswerError } from '../../../shared/api/answers.ts'
import type { StatementMatch, StatementRow } from '../../../shared/reconcile/statement.ts'
import { bridge } from '../../ask/bridge.ts'
import { tellImported } from '../../state/take-back.ts'
import {
  changeView,
  decisionsOf,
  type EditedRow,
  openStatement,
  SURE_ROWS,
  type Ticks,
  useStatement,
} from './statement.ts'
import { readAgain, readAgainSoon } from './statement-reading.ts'

/** Selects from the ticks; without an open statement, from the initial ticks. */
export function useTicks<T>(select: (ticks: Ticks) => T): T {
  return useStatement(state => select(openStatement(state)?.ticks ?? SURE_ROWS))
}

/** Returns true if a row is ticked. */
export function isTicked({ base, plus, minus, edited }: Ticks, row: StatementRow): boolean {
  if (edited.has(row.line) || plus.has(row.line)) return true
  return !minus.has(row.line) && row.command !== undefined && (base === 'all' || (base === 'sure' && row.sure))
}

/** Ticks a row, or unticks it and discards the person's edit. */
export function tick(row: StatementRow): void {
  changeView(({ ticks }) => ({ ticks: toggled(ticks, row) }))
  readAgainSoon()
}

function toggled(ticks: Ticks, row: StatementRow): Ticks {
  const [plus, minus, edited] = [new Set(ticks.plus), new Set(ticks.minus), new Map(ticks.edited)]
  const wasTicked = isTicked(ticks, row)
  edited.delete(row.line)
  plus.delete(row.line)
  minus.delete(row.line)
  const { base } = ticks
  const byBase = isTicked({ base, plus, minus, edited }, row)
  if (wasTicked && byBase) minus.add(row.line)
  else if (!wasTicked && !byBase) plus.add(row.line)
  return { base, plus, minus, edited }
}

/** Ticks all rows that can be ticked, the sure ones, or none. */
export function tickMany(base: Ticks['base']): void {
  changeView(() => ({ ticks: { ...SURE_ROWS, base } }))
  readAgainSoon()
}

/** Ticks a row, with the commands that the person's edit records for it. */
export function editRow(row: StatementRow, edit: EditedRow): void {
  changeView(({ ticks: { base, edited, plus, minus } }) => ({
    ticks: {
      base,
      edited: new Map(edited).set(row.line, edit),
      plus: new Set([...plus].filter(line => line !== row.line)),
      // An edited row no longer counts as part of the base.
      minus: isTicked({ ...SURE_ROWS, base }, row) ? new Set(minus).add(row.line) : minus,
    },
  }))
  readAgainSoon()
}

/** Counts the ticked rows. */
export function countTicked({ tickable }: StatementMatch, { base, plus, minus, edited }: Ticks): number {
  return (base === 'none' ? 0 : tickable[base]) + plus.size + edited.size - minus.size
}

/** Records the ticked rows. Returns the error if that failed, else null. */
export async function applyTicked(): Promise<AnswerError | null> {
  const open = openStatement()
  if (open === null) return null
  const { match, columns, ticks, file, fingerprint } = open
  changeView(() => ({ recording: true }))
  const answer = await bridge.execute({
    type: 'apply-statement',
    statement: match.statement,
    file: { name: file, ...fingerprint },
    ...(columns === undefined ? {} : { columns }),
    ...decisionsOf(ticks),
  })
  if (openStatement()?.match.statement !== match.statement) return answer.ok ? null : answer.error
  changeView(() => ({ recording: false }))
  if (!answer.ok) return answer.error
  tellImported(answer.value, file)
  changeView(() => ({ applied: answer.value, list: 'all', ticks: SURE_ROWS }))
  await readAgain()
  return null
}
