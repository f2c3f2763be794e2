import { useMemo } from 'react'
import { newContract } from '../../actions/app-actions.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Button } from '../../components/button.tsx'
import head from '../../components/head.module.css'
import { useCurrency } from '../../state/currency.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './ledger.module.css'
import { chooseLedger, daysOf, isBackwards, useLedgerChoice } from './ledger-choice.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LedgerTools } from './ledger-tools.tsx'
import { linesOf } from './lines.ts'
import { useLedger } from './use-ledger.ts'

/** Ledger: every move of money in double entry, with what is in escrow after it. */
export function LedgerScreen() {
  const empty = useStore(state => state.summary?.length === 0)
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.ledger')}</h1>
      </div>
      {empty ? (
        <div className={styles['empty']}>
          <p className={text['answer']}>{words('reading.empty-ledger')}</p>
          <ActionButton action={newContract} look="primary" />
        </div>
      ) : (
        <Ledger />
      )}
    </>
  )
}

function Ledger() {
  const row = useCurrency()
  const today = useStore(state => state.book?.today)
  const choice = useLedgerChoice()
  const days = today === undefined ? {} : daysOf(choice, today)
  const backwards = isBackwards(days)
  const part = useLedger(
    row === null || today === undefined || backwards
      ? null
      : { ...days, currency: row.currency, ...(choice.contract === null ? {} : { contractId: choice.contract.id }) },
  )
  const currency = row?.currency ?? ''
  const lines = useMemo(() => (part === null ? null : linesOf(part, currency, choice.account)), [part, currency, choice.account])
  if (row === null || today === undefined) return null
  return (
    <>
      <LedgerTools part={part} lines={lines} today={today} backwards={backwards} />
      {part === null || lines === null ? null : lines.lines.length === 0 && part.done ? (
        <div className={styles['nothing']}>
          <p>{words('ledger.nothing')}</p>
          <Button small look="line" onClick={() => chooseLedger({ period: 'everything', contract: null, account: null })}>
            {words('ledger.show-everything')}
          </Button>
        </div>
      ) : (
        <LedgerTable lines={lines} rows={part.rows} forward={part.forward} days={days} today={today} currency={row.currency} decimals={row.decimals} />
      )}
    </>
  )
}
