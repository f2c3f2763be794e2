import { ChevronDown } from 'lucide-react'
import { ContractChoice } from '../../form/contract-choice.tsx'
import { chooseCurrency } from '../../state/currency.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-pick.module.css'
import { chooseLedger, type LedgerChoice } from './ledger-choice.ts'

/** The contract whose entries the ledger shows, or all. */
export function ContractPick({ contract }: { contract: LedgerChoice['contract'] }) {
  return (
    <ContractChoice
      className={styles['pick']}
      all={words('find-contract.all')}
      onChosen={row => {
        // The ledger shows one currency at a time, so choosing a contract sets its currency.
        if (row !== null) chooseCurrency(row.currency)
        chooseLedger({ contract: row === null ? null : { id: row.id, title: row.title } })
      }}
    >
      {words('ledger.contract')} <b>{contract?.title ?? words('ledger.all')}</b>
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </ContractChoice>
  )
}
