import type { NamedDeadline } from '../../../shared/api/deadlines.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Figure } from '../../controls/figure.tsx'
import head from '../../controls/head.module.css'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { fullDateText, nearDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import styles from './upcoming.module.css'

/** Payments sent but not yet arrived; hidden if there are none. */
export function OnItsWay({ deadlines, today }: { deadlines: readonly NamedDeadline[]; today: IsoDate }) {
  const arriving = deadlines.filter(deadline => deadline.kind === 'available')
  if (arriving.length === 0) return null
  return (
    <section aria-labelledby="way-heading">
      <div className={head['section']}>
        <h2 id="way-heading">
          <Term term="on-its-way" text={words('way.heading')} />
        </h2>
      </div>
      <ol className={styles['list']} onKeyDown={walkRows}>
        {arriving.map(({ on, amount, contractId, contract }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contract can have two payments that arrive on the same day.
          <li key={index}>
            <time dateTime={on} title={fullDateText(on)}>
              {nearDateText(on, today)}
            </time>
            <a className={styles['contract']} href={href({ screen: 'contract', contractId })} {...ROW_TARGET}>
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
