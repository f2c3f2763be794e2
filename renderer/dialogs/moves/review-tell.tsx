import type { CommandValue } from '../../../shared/api/answers.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { Say, words } from '../../words/say.tsx'

interface ReviewTellProps {
  readonly contract: ContractView
  readonly approving: boolean
  /** The preview of the payment; null while there is none. */
  readonly value: CommandValue | null
  readonly amount: Minor
  /** The bonus that is offered afterwards. */
  readonly bonus: Minor | null
}

/** The sentence of Review & Pay about the effect. */
export function ReviewTell({ contract, approving, value, amount, bonus }: ReviewTellProps) {
  const { side, client, freelancer, decimals } = contract
  if (!approving) return words('review.tell-changes', { side, client, freelancer })
  if (value === null) return null
  const remainder = value.remainder ?? ZERO
  const fee = value.contract === undefined ? ZERO : less(value.contract.fees.freelancer, contract.fees.freelancer)
  const canFund = value.contract?.next.some(each => each.type === 'fund-milestone')
  return (
    <>
      <Say
        text="review.tell"
        decimals={decimals}
        params={{
          side,
          amount: { money: amount },
          freelancer,
          hasFee: fee > 0 ? 'yes' : 'no',
          fee: { money: fee },
          net: { money: less(amount, fee) },
          rest: remainder === 0 ? 'none' : canFund ? 'fund' : 'stays',
          remainder: { money: remainder },
        }}
      />
      {bonus === null ? null : (
        <>
          {' '}
          <Say text="review.tell-bonus" params={{ bonus: { money: bonus } }} decimals={decimals} />
        </>
      )}
    </>
  )
}
