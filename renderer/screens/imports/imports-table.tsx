import type { ImportRow } from '../../../shared/api/imports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Button } from '../../controls/button.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { useStore } from '../../state/store.ts'
import { previewTakeBack } from '../../state/take-back.ts'
import { dateText } from '../../words/days.ts'
import { momentText } from '../../words/moments.ts'
import { words } from '../../words/say.tsx'
import { chooseAgain } from './choose-again.ts'
import styles from './imports.module.css'

const COUNTS = ['recorded', 'annotated', 'left', 'open'] as const

interface InBook {
  readonly today: IsoDate
}

/** The imports of the book, a row each. */
export function ImportsTable({ rows, today }: InBook & { readonly rows: readonly ImportRow[] }) {
  return (
    <table className={styles['table']} onKeyDown={walkRows} aria-label={words('imports.title')}>
      <thead>
        <tr>
          <th scope="col">{words('imports.read')}</th>
          <th scope="col">{words('imports.file')}</th>
          <th scope="col" className={styles['days']}>
            {words('imports.days')}
          </th>
          {COUNTS.map(of => (
            <th key={of} scope="col" className={styles['count']}>
              {words(`imports.${of}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={row.import} row={row} today={today} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, today }: InBook & { readonly row: ImportRow }) {
  const { at, takenBack } = row
  return (
    <tr className={takenBack === undefined ? undefined : styles['gone']}>
      <td className={styles['when']}>{momentText(at, today)}</td>
      <td>
        <b className={styles['name']}>{nameOf(row)}</b>
        <span className={styles['about']}>{aboutText(row, today)}</span>
      </td>
      <td className={styles['days']}>{spanText(row, today)}</td>
      {COUNTS.map(of => (
        <td key={of} className={styles['count']} data-waits={of === 'open' && row.open > 0}>
          {row.file === null && of !== 'recorded' ? '–' : row[of]}
        </td>
      ))}
      <td className={styles['acts']}>
        <Acts row={row} today={today} />
      </td>
    </tr>
  )
}

function Acts({ row, today }: InBook & { readonly row: ImportRow }) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  if (row.takenBack !== undefined) return <span>{words('imports.is-taken-back')}</span>
  return (
    <>
      {row.open > 0 ? (
        <Button small look="line" aria-label={words('imports.go-on-with', { file: nameOf(row) })} onClick={chooseAgain}>
          {words('imports.go-on')}
        </Button>
      ) : null}
      <Button
        small
        look="quiet"
        {...ROW_TARGET}
        aria-label={words('imports.take-back-of', { file: nameOf(row), when: momentText(row.at, today) })}
        aria-disabled={readOnly || row.blocked !== undefined}
        title={row.blocked?.message}
        onClick={() => previewTakeBack(row.import)}
      >
        {words('imports.take-back')}
      </Button>
    </>
  )
}

/** The name of an import's file. */
function nameOf({ file }: ImportRow): string {
  return file === null || file.name === '' ? words('imports.no-name') : file.name
}

function aboutText({ format, takenBack, blocked }: ImportRow, today: IsoDate): string {
  if (takenBack !== undefined)
    return words('imports.taken-back', { when: momentText(takenBack.at, today), entries: takenBack.entries })
  if (blocked !== undefined) return blocked.message
  return words('imports.format', { format: selector(format ?? 'columns') })
}

function spanText({ from, to }: ImportRow, today: IsoDate): string {
  if (from === null || to === null) return '–'
  return from === to
    ? dateText(from, today)
    : words('imports.span', { from: dateText(from, today), to: dateText(to, today) })
}
