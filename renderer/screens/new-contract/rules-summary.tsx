import type { UseFormReturn } from 'react-hook-form'
import { FEE_PAYERS, type FeePayer, type FeeSchedule, feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import { minor } from '../../../shared/money/money.ts'
import type { Term as TermId } from '../../../shared/words/glossary.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Term } from '../../controls/term.tsx'
import { denominationIn } from '../../form/currency-decimals.ts'
import text from '../../theme/text.module.css'
import { feeBase, feeMore, isNoFee } from '../../words/fee-text.ts'
import { typedPolicy } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import type { NewContract } from './form.ts'
import styles from './rules.module.css'

/** A rule of the summary. */
export type RuleName = 'contract-fee' | 'funding' | 'review' | 'refund' | 'dispute' | 'available'

interface RuleRow {
  readonly name: RuleName
  /** The glossary term that is its name. */
  readonly term?: TermId
  readonly value: number
  readonly more: number
  readonly shown: boolean
}

/** The rules of a new contract in words, except those that have a field of their own. */
export function RulesSummary({
  form,
  decimals,
  asked,
}: {
  form: UseFormReturn<NewContract>
  decimals: number
  asked: readonly string[]
}) {
  const typed = typedPolicy(form.watch('policy'), denominationIn(form.getValues('currency')))
  if ('problem' in typed) return null
  const { policy } = typed
  const rows: readonly RuleRow[] = [
    {
      name: 'contract-fee',
      term: 'contract-fee',
      value: 0,
      more: 0,
      shown: policy.contractFee > 0 && !asked.includes('contractFee'),
    },
    { name: 'funding', value: policy.funding === 'one' ? 1 : 2, more: 0, shown: true },
    { name: 'review', value: policy.reviewDays, more: 0, shown: true },
    {
      name: 'refund',
      term: 'refund-request',
      value: policy.refundDays,
      more: policy.refundOnlyAtEnd ? 1 : 0,
      shown: true,
    },
    { name: 'dispute', term: 'dispute', value: policy.disputeDays, more: 0, shown: policy.disputeDays > 0 },
    { name: 'available', value: policy.availableDays, more: 0, shown: policy.availableDays > 0 },
  ]
  return (
    <dl>
      {FEE_PAYERS.filter(payer => !asked.includes(`${payer}FeeBp`)).map(payer => (
        <FeeRow key={payer} schedule={feeScheduleOf(policy, payer)} payer={payer} decimals={decimals} />
      ))}
      {rows
        .filter(row => row.shown)
        .map(({ name, term, value, more }) => {
          const params = {
            name: selector(name),
            value,
            more,
            money: { money: name === 'funding' ? policy.minimum : policy.contractFee },
            back: policy.feesRefundable ? 'yes' : 'no',
            days: minor(value),
          }
          const label = words('rules.name', params, decimals)
          return (
            <div key={name} className={styles['row']}>
              <dt>{term === undefined ? label : <Term term={term} text={label} />}</dt>
              <dd>{words('rules.value', params, decimals)}</dd>
              <dd className={text['muted']}>{words('rules.more', params, decimals)}</dd>
            </div>
          )
        })}
    </dl>
  )
}

function FeeRow({ schedule, payer, decimals }: { schedule: FeeSchedule; payer: FeePayer; decimals: number }) {
  if (isNoFee(schedule)) return null
  return (
    <div className={styles['row']}>
      <dt>
        {payer === 'client' ? (
          words('policy.client-fee')
        ) : (
          <Term term="freelancer-fee" text={words('policy.freelancer-fee')} />
        )}
      </dt>
      <dd>{feeBase(schedule, decimals)}</dd>
      <dd className={text['muted']}>{feeMore(schedule, payer, decimals)}</dd>
    </div>
  )
}
