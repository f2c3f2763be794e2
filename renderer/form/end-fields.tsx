import type { UseFormRegisterReturn } from 'react-hook-form'
import type { ContractView } from '../../shared/contract/contract.ts'
import { Tick } from '../controls/tick.tsx'
import { Say, words } from '../words/say.tsx'
import styles from './fields.module.css'

interface EndFieldsProps {
  readonly contract: ContractView
  readonly refundRemainder: UseFormRegisterReturn
  readonly by: UseFormRegisterReturn
}

/** The fields of an ending: the refund of what is left, and who ends the contract. */
export function EndFields({ contract: { decimals, escrow, client, freelancer }, refundRemainder, by }: EndFieldsProps) {
  return (
    <>
      <Tick className={styles['tick']} {...refundRemainder}>
        <Say text="end.refund" params={{ amount: { money: escrow }, client }} decimals={decimals} />
      </Tick>
      <fieldset className={styles['choices']} aria-label={words('end.by')}>
        <label className={styles['choice']}>
          <input type="radio" value="client" {...by} />
          <span>
            <Say text="end.by-client" params={{ client, freelancer }} />
          </span>
        </label>
        <label className={styles['choice']}>
          <input type="radio" value="freelancer" {...by} />
          <span>
            <Say text="end.by-freelancer" params={{ freelancer }} />
          </span>
        </label>
      </fieldset>
    </>
  )
}
