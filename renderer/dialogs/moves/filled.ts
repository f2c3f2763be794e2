import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { ContractView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import type { EntryDetails } from '../../form/use-move.ts'
import type { DialogRequest } from '../../state/dialog-request.ts'

/** The props of a move's dialog. */
export interface DialogProps {
  readonly request: DialogRequest
  readonly contract: ContractView
}

/** The command that a dialog is filled in with initially, if it is of that type. */
export function filledWith<T extends RecordedCommandInput['type']>(
  request: DialogRequest,
  type: T,
): Extract<RecordedCommandInput, { type: T }> | undefined {
  return request.filled?.type === type ? (request.filled as Extract<RecordedCommandInput, { type: T }>) : undefined
}

/** The entry details that a dialog starts with. */
export function detailsOf(
  filled:
    | { on?: string | undefined; reference?: string | null | undefined; note?: string | null | undefined }
    | undefined,
): EntryDetails {
  return { on: filled?.on ?? '', reference: filled?.reference ?? '', note: filled?.note ?? '' }
}

/** The move of that type if it is possible now, with its limits. */
export function nextOf(contract: ContractView, type: NextView['type'], milestoneId?: string): NextView | undefined {
  return contract.next.find(next => next.type === type && next.milestoneId === milestoneId)
}

/** A milestone of a contract by its id. */
export function milestoneOf(contract: ContractView, milestoneId: string | undefined): MilestoneView | undefined {
  return contract.milestones.find(milestone => milestone.id === milestoneId)
}
