import { FileDown } from 'lucide-react'
import { useMemo } from 'react'
import type { SummaryRow } from '../../../shared/api/contracts.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { isBackwards } from '../../../shared/dates/period.ts'
import { exportChosen } from '../../actions/book-actions.ts'
import { Button } from '../../controls/button.tsx'
import { focusRefusedDay } from '../../controls/day-field.tsx'
import head from '../../controls/head.module.css'
import { Term } from '../../controls/term.tsx'
import { EmptyScreen } from '../../empty-screen/empty-screen.tsx'
import { openBookDialog } from '../../state/book-dialog.ts'
import { useCurrency } from '../../state/currency.ts'
import { useStore } from '../../state/store.ts'
import { words, wordsOf } from '../../words/say.tsx'
import { ExampleLedger } from './example-ledger.tsx'
import styles from './ledger.module.css'
import { chooseLedger, shownDays, useLedgerChoice } from './ledger-choice.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LedgerTools } from './ledger-tools.tsx'
import { type Lines, linesOf } from './lines.ts'
import { useLedger } from './use-ledger.ts'

/**
 * The Ledger screen: every movement of money in double entry, with the balance in escrow after it.
 */
export function LedgerScreen() {
  const empty = useStore(state => state.summary?.length === 0)
  const row = useCurrency()
  const today = useStore(state => state.book?.today)
  if (empty)
    return (
      <>
        <h1>{words('nav.ledger')}</h1>
        <EmptyScreen
          answer="reading.empty-ledger"
          about="reading.example-ledger"
          picture={today => <ExampleLedger today={today} />}
        />
      </>
    )
  if (row === null || today === undefined) return <h1>{words('nav.ledger')}</h1>
  return <Ledger row={row} today={today} />
}

function Ledger({ row: { currency, decimals }, today }: { row: SummaryRow; today: IsoDate }) {
  const choice = useLedgerChoice()
  const latest = useStore(state => state.book?.latest)
  const days = shownDays(choice, today, latest)
  const backwards = days !== null && isBackwards(days)
  const always = choice.period === 'ever'
  const part = useLedger(
    days === null || backwards
      ? null
      : { ...days, currency, ...(choice.contract === null ? {} : { contractId: choice.contract.id }) },
  )
  const lines = useMemo(
    () => (part === null ? null : linesOf(part, currency, choice.account)),
    [part, currency, choice.account],
  )
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.ledger')}</h1>
        <span className={styles['count']} role="status">
          {part === null || lines === null ? null : part.done ? (
            <Term term="posting" text={counted(lines, choice.account === null)} />
          ) : (
            words('ledger.reading', { read: part.read, total: part.total })
          )}
        </span>
        <Button
          look="quiet"
          icon={FileDown}
          onClick={() =>
            days === null
              ? focusRefusedDay()
              : openBookDialog({ dialog: 'export', format: 'csv', contract: choice.contract, days })
          }
        >
          {wordsOf(exportChosen.label)}
        </Button>
      </div>
      <LedgerTools today={today} backwards={backwards} />
      {days === null || part === null || lines === null ? null : lines.lines.length === 0 && part.done ? (
        <div className={styles['nothing']}>
          <p>{words('ledger.nothing')}</p>
          <Button
            small
            look="line"
            onClick={() => chooseLedger(always ? { contract: null, account: null } : { period: 'ever' })}
          >
            {words('ledger.show-more', { more: always ? 'all' : 'time' })}
          </Button>
        </div>
      ) : (
        <LedgerTable
          lines={lines}
          forward={part.forward}
          days={days}
          today={today}
          currency={currency}
          decimals={decimals}
        />
      )}
    </>
  )
}

/** The number of entries and lines. Only all accounts together can balance. */
function counted({ entries, lines, out, into }: Lines, whole: boolean): string {
  return words('ledger.count', { entries, postings: lines.length, balance: whole && out === into ? 'yes' : 'no' })
}
