import type { TakenBackView } from '../../../shared/api/taken-back.ts'
import type { ContractFigures } from '../../../shared/contract/contract.ts'
import { type Minor, minor, sum } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import { WORDS_LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import styles from './take-back.module.css'

/** The money of each contract now and after an import is taken back, by currency and side. */
export function FiguresTable({ views }: { readonly views: readonly TakenBackView[] }) {
  const groups = new Map<string, TakenBackView[]>()
  for (const view of views) {
    const key = `${view.contract.currency} ${view.contract.side}`
    groups.set(key, [...(groups.get(key) ?? []), view])
  }
  return [...groups].map(([key, group]) => <Group key={key} views={group} />)
}

function Group({ views }: { readonly views: readonly TakenBackView[] }) {
  const [first] = views
  if (first === undefined) return null
  const { currency, side, decimals } = first.contract
  const total = (of: 'before' | 'after'): Minor => sum(...(views.map(view => paid(view[of], side)) as [Minor]))
  return (
    <table className={styles['figures']}>
      <thead>
        <tr>
          <th scope="col">{words('take-back.paid', { side, currency })}</th>
          <th scope="col">{words('take-back.goes')}</th>
          <th scope="col">{words('take-back.now')}</th>
          <th scope="col">{words('take-back.after')}</th>
        </tr>
      </thead>
      <tbody>
        {views.map(view => (
          <tr key={view.contractId}>
            <th scope="row">{view.contract.title}</th>
            <td className={styles['goes']}>{goesText(view)}</td>
            <td>
              <Figure amount={paid(view.before, side)} decimals={decimals} />
            </td>
            <td>
              <Figure amount={paid(view.after, side)} decimals={decimals} />
            </td>
          </tr>
        ))}
      </tbody>
      {views.length === 1 ? null : (
        <tfoot>
          <tr className={styles['total']}>
            <th scope="row" colSpan={2}>
              {words('take-back.all')}
            </th>
            <td>
              <Figure amount={total('before')} decimals={decimals} />
            </td>
            <td>
              <Figure amount={total('after')} decimals={decimals} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function goesText({ entries }: TakenBackView): string {
  const gone = entries.filter(({ now }) => now === null).map(({ entry }) => entry)
  return gone.length === 0 ? words('take-back.nothing-goes') : words('take-back.numbers', { numbers: listText(gone) })
}

/** Numbers of entries in a sentence; the first few of many. */
export function listText(numbers: readonly number[]): string {
  const shown = numbers.slice(0, MOST_NAMED).map(String)
  const more = numbers.length - shown.length
  return new Intl.ListFormat(WORDS_LOCALE).format(
    more > 0 ? [...shown, words('correct.more-papers', { count: more })] : shown,
  )
}

const MOST_NAMED = 4

/** The money a side has paid or received in all, fees included, in minor units. */
function paid(
  { deposited, released, refunded, bonuses, returned, fees }: ContractFigures,
  side: 'client' | 'freelancer',
) {
  return side === 'client'
    ? minor(deposited - refunded + bonuses - returned + fees.client + fees.contract)
    : minor(released + bonuses - returned - fees.freelancer)
}
