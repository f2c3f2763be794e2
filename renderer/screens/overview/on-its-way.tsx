import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Figure } from '../../controls/figure.tsx'
import head from '../../controls/head.module.css'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { fullDateText, nearDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import styles from './upcoming.module.css'
import type { DatedDeadline } from './use-deadlines.ts'

/** Payments that were sent and have not arrived; not shown while there are none. */
export function OnItsWay({ deadlines, today }: { deadlines: readonly DatedDeadline[]; today: IsoDate }) {
  const arriving = deadlines.filter(({ deadline }) => deadline.kind === 'available')
  if (arriving.length === 0) return null
  return (
    <section aria-labelledby="way-heading">
      <div className={head['section']}>
        <h2 id="way-heading">{words('way.heading')}</h2>
      </div>
      <ol className={styles['list']} onKeyDown={walkRows}>
        {arriving.map(({ deadline: { on, amount }, contract }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two payments of one contract may arrive on one day.
          <li key={place}>
            <time dateTime={on} title={fullDateText(on)}>
              {nearDateText(on, today)}
            </time>
            <a
              className={styles['contract']}
              href={href({ screen: 'contract', contractId: contract.id })}
              {...ROW_TARGET}
            >
              {contract.title}
            </a>
            <span className={styles['arriving']}>
              <Figure amount={amount} decimals={contract.decimals} />{' '}
              <span className={text['currency']}>{contract.currency}</span>
            </span>
            <span className={styles['what']}>{words('way.what', { freelancer: contract.freelancer })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
