import type { ContractStatement } from '../../shared/printed-statement/printed-statement.ts'
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
  const { funding, minimum, reviewDays, refundDays, disputeDays, clientFeeBp, freelancerFeeBp, contractFee } = policy
  return [
    words('printed.rules.funding', { funding, minimum: { money: minimum } }, decimals),
    ...(reviewDays > 0 ? [words('printed.rules.review', { days: reviewDays })] : []),
    ...(refundDays > 0 ? [words('printed.rules.refund', { days: refundDays })] : []),
    ...(disputeDays > 0 ? [words('printed.rules.dispute', { days: disputeDays })] : []),
    ...(clientFeeBp > 0 ? [words('printed.rules.client-fee', { share: percentText(clientFeeBp) })] : []),
    ...(contractFee > 0 ? [words('printed.rules.contract-fee', { amount: { money: contractFee } }, decimals)] : []),
    ...(freelancerFeeBp > 0 ? [words('printed.rules.freelancer-fee', { share: percentText(freelancerFeeBp) })] : []),
    ...(clientFeeBp + freelancerFeeBp + contractFee === 0 ? [words('printed.rules.no-fees')] : []),
  ].join(' ')
}
