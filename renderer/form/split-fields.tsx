import type { UseFormRegisterReturn } from 'react-hook-form'
import type { ContractView } from '../../shared/contract/contract.ts'
import { less, type Minor } from '../../shared/money/money.ts'
import { words } from '../words/say.tsx'
import { AmountField } from './amount-field.tsx'
import { amountText, typedAmount } from './use-move.ts'

type Part = 'release' | 'refund'

interface SplitFieldsProps {
  readonly contract: ContractView
  readonly disputed: Minor
  /** Registers a part's field; `onChange` is called after each change by the person. */
  register(part: Part, options: { readonly onChange: () => void }): UseFormRegisterReturn
  textOf(part: Part): string
  fill(part: Part, text: string): void
  /** The field with a problem. */
  readonly wrong: string | undefined
}

/** The two parts of the disputed money: one fills in the other, as both must add up to it. */
export function SplitFields({ contract, disputed, register, textOf, fill, wrong }: SplitFieldsProps) {
  const { decimals, currency, client, freelancer } = contract
  function fillOther(typedPart: Part): void {
    const typed = typedAmount(textOf(typedPart), contract)
    if ('amount' in typed && typed.amount >= 0 && typed.amount <= disputed)
      fill(typedPart === 'release' ? 'refund' : 'release', amountText(less(disputed, typed.amount), decimals))
  }
  return (
    <>
      <AmountField
        label={words('resolve.release', { freelancer })}
        currency={currency}
        register={register('release', { onChange: () => fillOther('release') })}
        limit={words('resolve.limit', { amount: { money: disputed } }, decimals)}
        wrong={wrong === 'release'}
      />
      <AmountField
        label={words('resolve.refund', { client })}
        currency={currency}
        register={register('refund', { onChange: () => fillOther('refund') })}
        wrong={wrong === 'refund'}
      />
    </>
  )
}
