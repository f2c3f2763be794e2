import { useId } from 'react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { ContractStatement } from '../../shared/printed-statement/printed-statement.ts'
import { Figure } from '../controls/figure.tsx'
import { fullDateText } from '../words/days.ts'
import { words } from '../words/say.tsx'
import styles from './page.module.css'

/** The open items of a contract, in order of day if they have one. */
export function Pending({
  contract: { pending, decimals, freelancer },
  today,
}: {
  contract: ContractStatement
  today: IsoDate
}) {
  const id = useId()
  return (
    <section className={styles['pending']} aria-labelledby={id}>
      <h3 id={id}>{words('printed.pending')}</h3>
      <table>
        <tbody>
          {pending.map(({ kind, on, amount, milestone }) => (
            <tr key={`${kind} ${milestone ?? ''} ${on ?? ''}`}>
              <td>
                {on === null
                  ? words('printed.no-date')
                  : words('printed.by', { day: fullDateText(on), past: on < today ? 'yes' : 'no' })}
              </td>
              <td>
                {words('printed.pending-of', {
                  kind,
                  milestone: milestone ?? '',
                  named: milestone === undefined ? 'no' : 'yes',
                  freelancer,
                })}
              </td>
              <td>
                <Figure amount={amount} decimals={decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
