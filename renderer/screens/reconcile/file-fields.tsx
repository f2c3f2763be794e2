import type { ChosenEncoding } from '../../../shared/reconcile/encodings.ts'
import { words } from '../../words/say.tsx'
import styles from './columns-form.module.css'
import type { OpenStatement } from './statement.ts'
import { chooseTitles, columnsInUse } from './statement-columns.ts'
import { chooseEncoding } from './statement-reading.ts'

/** The choices about the file itself: its encoding, if it is open, and the line of its titles. */
export function FileFields({ statement }: { statement: OpenStatement }) {
  const { encoding, match } = statement
  return (
    <>
      {encoding === null ? null : (
        <label className={styles['field']}>
          <span>{words('reconcile.map-encoding')}</span>
          <select
            value={match.asks === 'encoding' ? '' : encoding.read}
            onChange={({ target }) => void chooseEncoding(target.value as ChosenEncoding)}
          >
            {match.asks === 'encoding' ? <option value="">{words('reconcile.map-encoding-choose')}</option> : null}
            {encoding.samples.map(each => (
              <option key={each.encoding} value={each.encoding}>
                {words('reconcile.map-encoding-of', { sample: each.sample, encoding: each.encoding as string })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={styles['field']}>
        <span>{words('reconcile.map-titles')}</span>
        <input
          type="number"
          min={0}
          defaultValue={columnsInUse(statement).titles ?? ''}
          onBlur={({ target }) => chooseTitles(target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') chooseTitles(event.currentTarget.value)
          }}
        />
      </label>
    </>
  )
}
