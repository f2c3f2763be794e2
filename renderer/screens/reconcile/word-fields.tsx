import type { CellWords } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { Tick } from '../../controls/tick.tsx'
import { words } from '../../words/say.tsx'
import styles from './columns-form.module.css'
import { chooseColumns, WORDS_OF } from './statement-columns.ts'

interface WordFieldsProps {
  readonly words: CellWords
  readonly chosen: StatementColumns
}

/** The words of the columns that say which way money went and whether it did, each to be ticked. */
export function WordFields({ words: found, chosen }: WordFieldsProps) {
  return (['direction', 'status'] as const).map(column => {
    const name = WORDS_OF[column]
    const ticked = new Set((chosen[name] ?? []).map(word => word.trim().toLowerCase()))
    if (found[column].length === 0 || chosen[column] === undefined) return null
    return (
      <fieldset key={column} className={styles['words']}>
        <legend>{words('reconcile.map-words', { words: name })}</legend>
        {found[column].map(word => (
          <Tick
            key={word}
            checked={ticked.has(word)}
            onChange={() => {
              const others = found[column].filter(each => ticked.has(each) !== (each === word))
              chooseColumns(chosen, { [name]: others })
            }}
          >
            {word}
          </Tick>
        ))}
      </fieldset>
    )
  })
}
