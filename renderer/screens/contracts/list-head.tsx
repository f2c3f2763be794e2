import { ArrowDown, ArrowUp } from 'lucide-react'
import { choose } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { COLUMNS } from './columns.tsx'
import styles from './contract-list.module.css'

/** The column heads, which sort the table. */
export function ListHead() {
  const sortBy = useStore(state => state.choice.sortBy)
  const descending = useStore(state => state.choice.descending)
  return (
    <>
      <colgroup>
        {COLUMNS.map(({ name }) => (
          <col key={name} className={styles[`column-${name}`]} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {COLUMNS.map(({ name, label, by, largestFirst = false, heard = false }) => {
            const sorted = by !== undefined && by === sortBy
            const Arrow = descending ? ArrowDown : ArrowUp
            return (
              <th
                key={name}
                scope="col"
                className={styles[name]}
                aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
              >
                {by === undefined ? (
                  <span className={heard ? text['hidden'] : undefined}>{words(label)}</span>
                ) : (
                  <button
                    type="button"
                    onClick={() =>
                      choose(sorted ? { descending: !descending } : { sortBy: by, descending: largestFirst })
                    }
                  >
                    {words(label)}
                    {sorted ? <Arrow size={12} strokeWidth={1.75} aria-hidden /> : null}
                  </button>
                )}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}
