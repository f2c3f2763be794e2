import {
  ArrowUpDown,
  Ban,
  CornerUpLeft,
  DoorClosed,
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
import { MOVE_FACTS, type MoveIcon, type OfferedMove } from '../../shared/contract/moves.ts'

const ICONS = {
  plus: Plus,
  pencil: Pencil,
  bin: Trash2,
  'up-and-down': ArrowUpDown,
  wallet: Wallet,
  send: Send,
  back: CornerUpLeft,
  coins: HandCoins,
  gift: Gift,
  bank: Landmark,
  'no-entry': Ban,
  scales: Scale,
  door: DoorClosed,
  undo: Undo2,
} satisfies Record<MoveIcon, LucideIcon>

/** The icon of a move. */
export function moveIcon(type: OfferedMove): LucideIcon {
  return ICONS[MOVE_FACTS[type].page.icon]
}
