import type { CommandValue } from '../../shared/api/answers.ts'
import type { ContractView } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { type Minor, ZERO } from '../../shared/money/money.ts'
import type { RecordedByPage } from '../ask/recordable.ts'
import type { Params, Text } from '../words/say.tsx'

/** A recorded command, with the other data its toast needs. */
interface RecordedCommand {
  readonly command: RecordedByPage
  readonly value: CommandValue
  /** The contract before it, which still has what the command removed. */
  readonly before: ContractView | null
  /** The timeline label of the entry that it undid or corrected. */
  readonly what: string | undefined
}

/** The toast that reports a recorded command. */
export function recordedText(recorded: RecordedCommand): Text {
  const { command, value, before } = recorded
  const { contract } = value
  const milestoneId = 'milestoneId' in command ? command.milestoneId : value.milestoneId
  const milestone = [...(contract?.milestones ?? []), ...(before?.milestones ?? [])].find(
    ({ id }) => id === milestoneId,
  )
  return {
    key: `toast.${command.type}`,
    params: {
      contract: contract?.title ?? '',
      client: contract?.client ?? '',
      freelancer: contract?.freelancer ?? '',
      milestone: milestone?.title ?? '',
      of: milestone === undefined ? 'contract' : 'milestone',
      ...('amount' in command ? { amount: money(command.amount) } : {}),
      ...ownParams(recorded),
    },
    decimals: contract?.decimals ?? 2,
  }
}

/** The parameters that only this command's toast has. */
function ownParams({ command, value, before, what }: RecordedCommand): Params {
  switch (command.type) {
    case 'open-contract':
    case 'edit-milestone':
    case 'remove-milestone':
    case 'submit-work':
    case 'request-changes':
    case 'release':
    case 'bonus':
    case 'return-payment':
    case 'request-refund':
    case 'decline-refund':
    case 'cancel-refund':
    case 'open-dispute':
      return {}
    case 'open-under-way':
    case 'do-again':
      return { entries: value.entries ?? 0 }
    case 'edit-contract':
      return { archived: command.archived === undefined ? 'same' : String(command.archived) }
    case 'add-milestone':
      return { milestone: command.title }
    case 'move-milestone':
      return { place: command.to + 1 }
    case 'fund-milestone':
      return {
        carries: value.carried ? 'yes' : 'no',
        deposit: money(value.deposit),
        carried: money(value.carried),
      }
    case 'approve-refund':
      return { amount: money(before?.pending.refund?.amount) }
    case 'resolve-dispute':
      return { release: money(command.release), refund: money(command.refund) }
    case 'end-contract':
      return {
        status: value.contract?.status ?? 'ended',
        amount: money(value.contract?.pending.refund?.amount),
      }
    case 'reverse':
      return {
        known: what === undefined ? 'no' : 'yes',
        undone: what ?? '',
        entry: value.reversed ?? 0,
      }
    case 'remove-contract':
      return { contract: before?.title ?? '' }
    case 'correct':
      return {
        entry: command.entry,
        removed: command.remove ? 'yes' : 'no',
        known: what === undefined ? 'no' : 'yes',
        what: what ?? '',
        to: typeof command.with?.amount === 'number' ? 'amount' : 'fields',
        amount: money(command.with?.amount ?? undefined),
        recorded: value.recorded ?? 0,
      }
    case 'close-books':
      return command.until === null
        ? { open: 'yes', until: '' }
        : { open: 'no', until: { day: command.until as IsoDate } }
    case 'take-back-import':
      return { reversed: value.reversed ?? 0, recorded: value.recorded ?? 0 }
    case 'annotate':
      return { entry: command.entry }
    case 'rename-party':
      return { from: command.from, to: command.to }
    default:
      return missingCase(command)
  }
}

function money(amount: number | undefined): { readonly money: Minor } {
  return { money: (amount ?? ZERO) as Minor }
}
