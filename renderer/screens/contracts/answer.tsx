import type { ContractRow } from '../../../shared/api/contracts.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { dateText, type isSoon, nearDateText } from '../../words/days.ts'
import { Say } from '../../words/say.tsx'
import styles from './answer.module.css'

/** The maximum number of contracts in the sentence. */
const MOST = 2

/** The sentence above the list: what needs an answer or happens automatically next. */
export function ContractsAnswer() {
  const rows = useStore(state => state.soonest)
  const summary = useStore(state => state.summary)
  const today = useStore(state => state.book?.today)
  if (rows === null || summary === null || today === undefined)
    return <p className={`${text['answer']} ${styles['answer']}`}>&nbsp;</p>
  const near = rows.filter(
    row =>
      row.nextDeadline !== null &&
      (row.nextDeadline.overdue || nearDateText(row.nextDeadline.on, today) !== dateText(row.nextDeadline.on, today)),
  )
  const open = summary.reduce((count, row) => count + row.open, 0)
  return (
    <p className={`${text['answer']} ${styles['answer']}`}>
      {near.length === 0 ? (
        <Say text="contracts.answer-quiet" params={{ count: open }} />
      ) : (
        near.slice(0, MOST).map(row => (
          <span key={row.id}>
            <Say
              text="contracts.answer"
              params={paramsOf(row, row.nextDeadline as NonNullable<ContractRow['nextDeadline']>, today)}
            />{' '}
          </span>
        ))
      )}
    </p>
  )
}

function paramsOf(
  row: ContractRow,
  { kind, on, overdue }: NonNullable<ContractRow['nextDeadline']>,
  today: Parameters<typeof isSoon>[1],
) {
  return { kind, contract: row.title, when: nearDateText(on, today), overdue: overdue ? 'yes' : 'no' }
}
