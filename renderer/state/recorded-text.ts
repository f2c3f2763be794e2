import type { CommandValue } from '../../shared/api/answers.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import { type Minor, ZERO } from '../../shared/money/money.ts'
import type { Recordable } from '../ask/recordable.ts'
import type { Text } from '../words/say.tsx'

const money = (amount: number | undefined): { money: Minor } => ({ money: (amount ?? ZERO) as Minor })

/**
 * What a toast says was recorded. `before` is the contract as it was, for what is gone after it;
 * `undone` what the timeline called an entry that was undone.
 */
export function recordedText(
  command: Recordable,
  value: CommandValue,
  before: ContractView | null,
  undone: string | undefined,
): Text {
  const contract = value.contract
  const decimals = contract?.decimals ?? 2
  const id = 'milestoneId' in command ? command.milestoneId : value.milestoneId
  const title = [...(contract?.milestones ?? []), ...(before?.milestones ?? [])].find(
    milestone => milestone.id === id,
  )?.title
  const params = {
    contract: contract?.title ?? '',
    client: contract?.client ?? '',
    freelancer: contract?.freelancer ?? '',
    milestone: title ?? '',
    of: title === undefined ? 'contract' : 'milestone',
    ...('amount' in command ? { amount: money(command.amount) } : {}),
  }
  switch (command.type) {
    case 'open-contract':
      return { key: 'toast.open-contract', params }
    case 'open-under-way':
      return { key: 'toast.open-under-way', params: { ...params, entries: value.entries ?? 0 } }
    case 'edit-contract':
      return {
        key: 'toast.edit-contract',
        params: { ...params, archived: command.archived === undefined ? 'same' : String(command.archived) },
      }
    case 'add-milestone':
      return { key: 'toast.add-milestone', params: { ...params, milestone: command.title } }
    case 'edit-milestone':
      return { key: 'toast.edit-milestone', params }
    case 'remove-milestone':
      return { key: 'toast.remove-milestone', params }
    case 'move-milestone':
      return { key: 'toast.move-milestone', params: { ...params, place: command.to + 1 } }
    case 'fund-milestone':
      return {
        key: 'toast.fund-milestone',
        params: {
          ...params,
          carries: value.carried ? 'yes' : 'no',
          deposit: money(value.deposit),
          carried: money(value.carried),
        },
        decimals,
      }
    case 'submit-work':
      return { key: 'toast.submit-work', params }
    case 'request-changes':
      return { key: 'toast.request-changes', params }
    case 'release':
      return { key: 'toast.release', params, decimals }
    case 'bonus':
      return { key: 'toast.bonus', params, decimals }
    case 'return-payment':
      return { key: 'toast.return-payment', params, decimals }
    case 'request-refund':
      return { key: 'toast.request-refund', params, decimals }
    case 'approve-refund':
      return {
        key: 'toast.approve-refund',
        params: { ...params, amount: money(before?.pending.refund?.amount) },
        decimals,
      }
    case 'decline-refund':
      return { key: 'toast.decline-refund', params }
    case 'cancel-refund':
      return { key: 'toast.cancel-refund', params }
    case 'open-dispute':
      return { key: 'toast.open-dispute', params, decimals }
    case 'resolve-dispute':
      return {
        key: 'toast.resolve-dispute',
        params: { ...params, release: money(command.release), refund: money(command.refund) },
        decimals,
      }
    case 'end-contract':
      return {
        key: 'toast.end-contract',
        params: { ...params, status: contract?.status ?? 'ended', amount: money(contract?.pending.refund?.amount) },
        decimals,
      }
    case 'reverse':
      return {
        key: 'toast.reverse',
        params: {
          ...params,
          known: undone === undefined ? 'no' : 'yes',
          undone: undone ?? '',
          entry: value.reversed ?? 0,
        },
      }
    case 'annotate':
      return { key: 'toast.annotate', params: { ...params, entry: command.entry } }
    case 'rename-party':
      return { key: 'toast.rename-party', params: { from: command.from, to: command.to } }
  }
}
