import type { AnswerError } from '../../../shared/api/answers.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { bridge } from '../../ask/bridge.ts'
import { type EditedRow, NOTHING_TICKED, readAgain, type StatementState, useStatement } from './statement.ts'

/** Whether a row is ticked. */
export function isTicked(
  { base, plus, minus, edited }: Pick<StatementState, 'base' | 'plus' | 'minus' | 'edited'>,
  row: StatementRow,
): boolean {
  if (edited.has(row.line) || plus.has(row.line)) return true
  return !minus.has(row.line) && row.command !== undefined && (base === 'all' || (base === 'sure' && row.sure))
}

/** Ticks a row, or takes its tick away. */
export function tick(row: StatementRow): void {
  useStatement.setState(state => {
    const [plus, minus, edited] = [new Map(state.plus), new Map(state.minus), new Map(state.edited)]
    const ticked = isTicked(state, row)
    edited.delete(row.line)
    plus.delete(row.line)
    minus.delete(row.line)
    const byBase = isTicked({ base: state.base, plus, minus, edited }, row)
    if (ticked && byBase) minus.set(row.line, row.effect)
    else if (!ticked && !byBase) plus.set(row.line, row.effect)
    return { plus, minus, edited }
  })
}

/** Ticks all rows that can be, those that are sure, or none. */
export function tickMany(base: StatementState['base']): void {
  useStatement.setState({ ...NOTHING_TICKED, base })
}

/** Gives a row what the person says it is. */
export function editRow(row: StatementRow, edit: EditedRow): void {
  useStatement.setState(({ base, edited, plus, minus }) => ({
    edited: new Map(edited).set(row.line, edit),
    plus: new Map([...plus].filter(([line]) => line !== row.line)),
    // It counts as an edited row then, and not as one of the base.
    minus: isTicked({ ...NOTHING_TICKED, base }, row) ? new Map(minus).set(row.line, row.effect) : minus,
  }))
}

/** How many rows are ticked. */
export function countTicked({
  match,
  base,
  plus,
  minus,
  edited,
}: Pick<StatementState, 'match' | 'base' | 'plus' | 'minus' | 'edited'>): number {
  const begun = match === null || base === 'none' ? 0 : base === 'all' ? match.tickable.all : match.tickable.sure
  return begun + plus.size + edited.size - minus.size
}

/**
 * What the book would come to with all that is ticked, in minor units. Of a row that the person
 * changed nothing is known before it is recorded.
 */
export function balanceAfter({
  match,
  base,
  plus,
  minus,
}: Pick<StatementState, 'match' | 'base' | 'plus' | 'minus'>): Minor | null {
  if (match === null) return null
  const begun = base === 'none' ? ZERO : match.tickable.effects[base]
  return less(sum(match.balance.book, begun, ...plus.values()), ...minus.values())
}

/** Records what is ticked. Answers why it could not be recorded, else null. */
export async function applyTicked(): Promise<AnswerError | null> {
  const { match, columns, base, plus, minus, edited } = useStatement.getState()
  if (match === null) return null
  useStatement.setState({ recording: true })
  const answer = await bridge.execute({
    type: 'apply-statement',
    statement: match.statement,
    ...(columns === undefined ? {} : { columns }),
    ticked: base,
    lines: [...plus.keys()],
    except: [...minus.keys()],
    edited: [...edited].map(([line, { command, before }]) => ({
      line,
      command,
      ...(before.length > 0 && { before: [...before] }),
    })),
  })
  useStatement.setState({ recording: false })
  if (!answer.ok) return answer.error
  useStatement.setState({ done: answer.value, list: 'all', ...NOTHING_TICKED })
  await readAgain()
  return null
}
