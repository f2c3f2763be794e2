import {
  Archive,
  ArchiveRestore,
  ArrowUpDown,
  Ban,
  Copy,
  CornerUpLeft,
  DoorClosed,
  Eye,
  FileText,
  Gift,
  HandCoins,
  Landmark,
  type LucideIcon,
  Pencil,
  Plus,
  Scale,
  Send,
  Trash2,
  Undo2,
  Wallet,
} from 'lucide-react'
import type { ContractView, NextView } from '../../shared/contract/contract.ts'
import type { DialogMove } from '../state/dialog-request.ts'
import { openDialog } from '../state/dialogs.ts'
import { recordAtOnce } from '../state/record.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import type { Action } from './action.ts'

type MoveType = NextView['type']

const ICONS: Readonly<Record<MoveType, LucideIcon>> = {
  'open-contract': Plus,
  'edit-contract': Pencil,
  'add-milestone': Plus,
  'edit-milestone': Pencil,
  'remove-milestone': Trash2,
  'move-milestone': ArrowUpDown,
  'fund-milestone': Wallet,
  'submit-work': Send,
  'request-changes': CornerUpLeft,
  release: HandCoins,
  bonus: Gift,
  'return-payment': Landmark,
  'request-refund': CornerUpLeft,
  'approve-refund': CornerUpLeft,
  'decline-refund': Ban,
  'cancel-refund': Ban,
  'open-dispute': Scale,
  'resolve-dispute': Scale,
  'end-contract': DoorClosed,
  reverse: Undo2,
  annotate: Pencil,
  'rename-party': Pencil,
}

/** Whether the book takes anything now. */
export function canRecord(): boolean {
  const { book, dialog } = useStore.getState()
  return book !== null && !book.readOnly && dialog === null
}

/** A move that a contract allows now, as an action. Only what stands in `next` becomes one. */
export function moveAction(contract: ContractView, next: NextView): Action {
  const milestone = contract.milestones.find(each => each.id === next.milestoneId)
  return {
    id: ['move', next.type, contract.id, next.milestoneId].filter(Boolean).join('.'),
    label: next.label,
    about: milestone === undefined || next.label.includes(milestone.title) ? contract.title : milestone.title,
    icon: next.type === 'release' ? (milestone?.status === 'submitted' ? Eye : HandCoins) : ICONS[next.type],
    when: canRecord,
    perform: () => perform(contract, next),
  }
}

function perform(contract: ContractView, { type, milestoneId }: NextView): void {
  const contractId = contract.id
  switch (type) {
    case 'request-changes':
    case 'remove-milestone':
      // Nothing is lost: the toast takes it back.
      if (milestoneId !== undefined) void recordAtOnce({ type, contractId, milestoneId })
      return
    case 'open-contract':
    case 'move-milestone':
    case 'rename-party':
      return
    default:
      openDialog({ move: type satisfies DialogMove, contractId, ...(milestoneId === undefined ? {} : { milestoneId }) })
  }
}

/** Puts a planned milestone in another place, from 0. */
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

/** Puts a contract away that holds no money, or brings it back; undefined while it holds some. */
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
 * What a contract most likely waits for: work to review, else a milestone to fund, else a payment,
 * else the answer to a refund or dispute.
 */
export function primaryNext(contract: ContractView): NextView | undefined {
  const submitted = contract.milestones.find(each => each.status === 'submitted')?.id
  const of = (type: MoveType): NextView | undefined => contract.next.find(next => next.type === type)
  return (
    contract.next.find(next => next.type === 'release' && next.milestoneId === submitted && submitted !== undefined) ??
    of('approve-refund') ??
    of('resolve-dispute') ??
    of('fund-milestone') ??
    of('release')
  )
}
