import {
  Check,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  Contrast,
  CornerUpLeft,
  Eye,
  Hourglass,
  type LucideIcon,
  Scale,
} from 'lucide-react'
import type { MilestoneStatus, Stage } from '../../shared/contract/contract.ts'
import { selector } from '../../shared/words/selector.ts'
import { words } from '../words/say.tsx'
import styles from './stage.module.css'

type Tone = 'paid' | 'escrow' | 'danger' | 'quiet' | 'plain'

const STAGES: Readonly<Record<Stage, readonly [LucideIcon, Tone]>> = {
  ended: [Check, 'quiet'],
  ending: [Hourglass, 'plain'],
  'in-dispute': [Scale, 'danger'],
  'refund-asked': [CornerUpLeft, 'plain'],
  'to-review': [Eye, 'escrow'],
  funded: [CircleDot, 'escrow'],
  'partly-paid': [Contrast, 'paid'],
  'not-funded': [CircleDashed, 'quiet'],
}

const STATUSES: Readonly<Record<MilestoneStatus, readonly [LucideIcon, Tone]>> = {
  planned: [CircleDashed, 'quiet'],
  funded: [CircleDot, 'escrow'],
  submitted: [Eye, 'escrow'],
  'partly-paid': [Contrast, 'paid'],
  paid: [CircleCheck, 'paid'],
  refunded: [CornerUpLeft, 'plain'],
  cancelled: [CircleSlash, 'quiet'],
}

function Mark({ icon: Icon, tone, children }: { icon: LucideIcon; tone: Tone; children: string }) {
  return (
    <span className={`${styles['mark']} ${styles[tone]}`} title={children}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className={Icon === Contrast ? styles['half'] : undefined} />
      <span className={styles['word']}>{children}</span>
    </span>
  )
}

/** The stage of a contract, as a word and an icon. */
export function StageMark({ stage }: { stage: Stage }) {
  const [icon, tone] = STAGES[stage]
  return (
    <Mark icon={icon} tone={tone}>
      {words('stage', { stage: selector(stage) })}
    </Mark>
  )
}

/** The status of a milestone, as a word and an icon. */
export function StatusMark({ status }: { status: MilestoneStatus }) {
  const [icon, tone] = STATUSES[status]
  return (
    <Mark icon={icon} tone={tone}>
      {words('milestone.status', { status: selector(status) })}
    </Mark>
  )
}
