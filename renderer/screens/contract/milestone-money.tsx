import { Fragment } from 'react'
import type { BlockedView, ContractView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import type { Term as TermId } from '../../../shared/words/glossary.ts'
import { Term } from '../../controls/term.tsx'
import { Say, words } from '../../words/say.tsx'
import styles from './milestones.module.css'

interface MilestoneMoneyProps {
  readonly contract: ContractView
  readonly milestone: MilestoneView
  /** The move that funds it, if possible now. */
  readonly fund: NextView | undefined
  /** The reason it cannot be funded, if shown here. */
  readonly reason: BlockedView | undefined
}

/**
 * The money of a milestone in words: what funding it takes from escrow; otherwise its parts;
 * otherwise the reason it cannot be funded.
 */
export function MilestoneMoney({ contract, milestone, fund, reason }: MilestoneMoneyProps) {
  const { decimals } = contract
  if (fund?.carried !== undefined && fund.carried > 0)
    return (
      <span className={styles['more']}>
        <Say
          text="milestone.takes"
          params={{
            carried: { money: fund.carried },
            deposit: { money: fund.deposit ?? fund.carried },
            all: fund.deposit === 0 ? 'yes' : 'no',
          }}
          decimals={decimals}
        />
      </span>
    )
  const parts = partsOf(milestone)
  if (parts.length > 0)
    return (
      <span className={styles['more']}>
        {parts.map((part, index) => (
          <Fragment key={part.term}>
            {index === 0 ? null : ', '}
            <PartText part={part} isFirst={isFirstWith(part.term, contract, milestone)} decimals={decimals} />
          </Fragment>
        ))}
      </span>
    )
  return reason === undefined || milestone.status !== 'planned' ? null : (
    <span className={styles['more']}>{reason.message}</span>
  )
}

/** A part of a milestone's money, with its glossary term. */
interface Part {
  readonly term: Extract<TermId, 'paid-out' | 'refunded' | 'carried' | 'held' | 'remainder' | 'reserved'>
  readonly amount: Minor
}

interface PartTextProps {
  readonly part: Part
  /** True for the contract's first milestone with this part; only that one explains the term. */
  readonly isFirst: boolean
  readonly decimals: number
}

function PartText({ part, isFirst, decimals }: PartTextProps) {
  const text = textOf(part, decimals)
  return isFirst && part.term !== 'paid-out' && part.term !== 'refunded' ? <Term term={part.term} text={text} /> : text
}

function textOf({ term, amount }: Part, decimals: number): string {
  const money = { amount: { money: amount } }
  switch (term) {
    case 'paid-out':
      return words('milestone.released', money, decimals)
    case 'refunded':
      return words('milestone.refunded', money, decimals)
    case 'carried':
      return words('milestone.carried', money, decimals)
    case 'held':
    case 'remainder':
      return words('milestone.held', { ...money, rest: term === 'held' ? 'no' : 'yes' }, decimals)
    case 'reserved':
      return words('milestone.reserved', money, decimals)
  }
}

function isFirstWith(term: Part['term'], { milestones }: ContractView, { id }: MilestoneView): boolean {
  return milestones.find(each => partsOf(each).some(part => part.term === term))?.id === id
}

function partsOf({ released, refunded, carried, held, reserved, status }: MilestoneView): readonly Part[] {
  const isMixed = status !== 'paid' || refunded > 0 || carried > 0
  const parts: readonly Part[] = [
    { term: 'paid-out', amount: isMixed ? released : ZERO },
    { term: 'refunded', amount: refunded },
    { term: 'carried', amount: carried },
    released > 0 ? { term: 'remainder', amount: held } : { term: 'held', amount: held },
    { term: 'reserved', amount: reserved },
  ]
  return parts.filter(({ amount }) => amount > 0)
}
