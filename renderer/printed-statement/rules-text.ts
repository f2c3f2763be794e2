import { FEE_PAYERS, type FeePayer, type FeeSchedule, feeScheduleOf } from '../../shared/contract/fee-schedule.ts'
import type { ContractStatement } from '../../shared/printed-statement/printed-statement.ts'
import { feeText, isNoFee, isPercentageAlone } from '../words/fee-text.ts'
import { percentText, presetOf } from '../words/policy-text.ts'
import { words } from '../words/say.tsx'

/** The name of a contract's rules, with the year of the preset. */
export function rulesName({ policy, decimals }: ContractStatement): string {
  const preset = presetOf(policy, decimals)
  return preset === undefined
    ? words('printed.rules.own')
    : words('printed.rules.preset', { preset: preset.name, year: preset.asOf.slice(0, 4) })
}

/** The rules of a contract, in short sentences. */
export function rulesText({ policy, decimals }: ContractStatement): string {
  const { funding, minimum, reviewDays, refundDays, disputeDays, contractFee } = policy
  const fees = FEE_PAYERS.map(payer => [payer, feeScheduleOf(policy, payer)] as const)
  const fee = (payer: FeePayer): string[] =>
    fees.flatMap(([each, schedule]) =>
      each === payer && !isNoFee(schedule) ? [feeSentence(schedule, payer, decimals)] : [],
    )
  return [
    words('printed.rules.funding', { funding, minimum: { money: minimum } }, decimals),
    ...(reviewDays > 0 ? [words('printed.rules.review', { days: reviewDays })] : []),
    ...(refundDays > 0 ? [words('printed.rules.refund', { days: refundDays })] : []),
    ...(disputeDays > 0 ? [words('printed.rules.dispute', { days: disputeDays })] : []),
    ...fee('client'),
    ...(contractFee > 0 ? [words('printed.rules.contract-fee', { amount: { money: contractFee } }, decimals)] : []),
    ...fee('freelancer'),
    ...(contractFee === 0 && fees.every(([, schedule]) => isNoFee(schedule)) ? [words('printed.rules.no-fees')] : []),
  ].join(' ')
}

function feeSentence(schedule: FeeSchedule, payer: FeePayer, decimals: number): string {
  const isClients = payer === 'client'
  if (isPercentageAlone(schedule))
    return words(isClients ? 'printed.rules.client-fee' : 'printed.rules.freelancer-fee', {
      share: percentText(schedule.bp),
    })
  return words('printed.rules.fee-schedule', { payer, fee: feeText(schedule, payer, decimals) })
}
