import { Archive, ArchiveRestore, Copy, Eye, FileText } from 'lucide-react'
import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { ContractView, NextView } from '../../shared/contract/contract.ts'
import { type AtOnceMove, hasDialog, isRecordedAtOnce, MOVE_FACTS, MOVE_TYPES } from '../../shared/contract/moves.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { openDialog } from '../state/dialogs.ts'
import { recordAtOnce } from '../state/record.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import type { Action } from './action.ts'
import { moveIcon } from './move-icons.ts'

/** True if the book accepts commands now. */
export function canRecord(): boolean {
  const { book, dialog } = useStore.getState()
  return book !== null && !book.readOnly && dialog === null
}

/** A move that the contract allows now, as an action. Only moves in `next` become actions. */
export function moveAction(contract: ContractView, next: NextView): Action {
  const milestone = contract.milestones.find(each => each.id === next.milestoneId)
  return {
    id: ['move', next.type, contract.id, next.milestoneId].filter(Boolean).join('.'),
    label: next.label,
    about: milestone === undefined || next.label.includes(milestone.title) ? contract.title : milestone.title,
    icon: next.type === 'release' && milestone?.status === 'submitted' ? Eye : moveIcon(next.type),
    when: canRecord,
    perform: () => perform(contract, next),
  }
}

function perform({ id: contractId }: ContractView, { type, milestoneId }: NextView): void {
  const named = milestoneId === undefined ? {} : { milestoneId }
  if (hasDialog(type)) return void openDialog({ move: type, contractId, ...named })
  // No dialog needed: nothing is lost, and the toast offers Undo.
  if (isRecordedAtOnce(type)) return void recordAtOnce(commandAtOnce(type, contractId, milestoneId))
  switch (type) {
    case 'move-milestone':
      // Only its menu and its handle know the new position: see `moveMilestone`.
      return
    default:
      missingCase(type)
  }
}

function commandAtOnce(type: AtOnceMove, contractId: string, milestoneId = ''): RecordedCommandInput {
  switch (type) {
    case 'request-changes':
    case 'remove-milestone':
      return { type, contractId, milestoneId }
    default:
      return missingCase(type)
  }
}

/** Moves a planned milestone to another position, from 0. */
export function moveMilestone(contractId: string, milestoneId: string, to: number): void {
  void recordAtOnce({ type: 'move-milestone', contractId, milestoneId, to })
}

/** Goes to a contract. */
export function openAction({ id, title }: ContractView): Action {
  return {
    id: `open.${id}`,
    label: { key: 'contract.open' },
    about: title,
    icon: FileText,
    when: () => true,
    perform: () => go({ screen: 'contract', contractId: id }),
  }
}

/** Starts a new contract with the parties, rules and milestones of this one. */
export function duplicateAction({ id, title }: ContractView): Action {
  return {
    id: `duplicate.${id}`,
    label: { key: 'action.duplicate' },
    about: title,
    icon: Copy,
    when: canRecord,
    perform: () => go({ screen: 'new-contract', from: id }),
  }
}

/** Archives or unarchives a contract; undefined while it holds money. */
export function archiveAction({ id, title, escrow, archived }: ContractView): Action | undefined {
  if (escrow > 0) return undefined
  return {
    id: `archive.${id}`,
    label: { key: archived ? 'contract.unarchive' : 'contract.archive' },
    about: title,
    icon: archived ? ArchiveRestore : Archive,
    when: canRecord,
    perform: () => void recordAtOnce({ type: 'edit-contract', contractId: id, archived: !archived }),
  }
}

/**
 * The most likely next step of a contract: reviewing submitted work, or else its first possible
 * primary move; for a freelancer, submitting funded work is one.
 */
export function primaryNext({ milestones, next, side }: ContractView): NextView | undefined {
  const submitted = milestones.find(each => each.status === 'submitted')?.id
  const review = next.find(({ type, milestoneId }) => type === 'release' && milestoneId === submitted)
  if (submitted !== undefined && review !== undefined) return review
  const funded = new Set(milestones.filter(each => each.status === 'funded').map(each => each.id))
  const isPrimary = ({ type, milestoneId = '' }: NextView): boolean =>
    MOVE_FACTS[type].offered.isPrimary || (side === 'freelancer' && type === 'submit-work' && funded.has(milestoneId))
  // A freelancer submits first, and is then paid.
  const rank = ({ type }: NextView): number => MOVE_TYPES.indexOf(type === 'submit-work' ? 'fund-milestone' : type)
  const [first] = next.filter(isPrimary).toSorted((a, b) => rank(a) - rank(b))
  return first
}
