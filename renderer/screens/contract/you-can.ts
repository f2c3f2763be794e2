import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { isInSummary, MOVE_TYPES, type SummaryMove } from '../../../shared/contract/moves.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { capitalised, WORDS_LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'

type SummaryNext = NextView & { readonly type: SummaryMove }

/** The maximum number of moves in the sentence. */
const MOST = 3

/** The sentence about the moves that are possible now: the first few, one of each type. */
export function youCan(contract: ContractView): string {
  const possible = contract.next.filter(isSaid).filter(each => !isRare(contract, each))
  const phrases = typesInOrder(contract)
    .flatMap(type => possible.find(each => each.type === type) ?? [])
    .slice(0, MOST)
    .map(each => phraseOf(contract, each))
  if (phrases.length === 0) return words('brief.nothing-to-do', { status: contract.status })
  return words('brief.sentence', {
    list: capitalised(new Intl.ListFormat(WORDS_LOCALE, { type: 'disjunction' }).format(phrases)),
  })
}

/** The moves in order; a freelancer submits first, and is then paid. */
function typesInOrder({ side }: ContractView): readonly (typeof MOVE_TYPES)[number][] {
  if (side === 'client') return MOVE_TYPES
  return MOVE_TYPES.filter(type => type !== 'submit-work').flatMap(type =>
    type === 'release' ? (['submit-work', type] as const) : [type],
  )
}

function isSaid(next: NextView): next is SummaryNext {
  return isInSummary(next.type)
}

/** False for work on a partly-paid milestone, which has usually been submitted before. */
function isRare({ milestones }: ContractView, { type, milestoneId }: NextView): boolean {
  return type === 'submit-work' && milestones.some(({ id, status }) => id === milestoneId && status === 'partly-paid')
}

function phraseOf(contract: ContractView, next: SummaryNext): string {
  const { side, freelancer, milestones, decimals } = contract
  const { type, milestoneId, max = ZERO, deposit = ZERO, carried = ZERO } = next
  const milestone = milestones.find(each => each.id === milestoneId)
  return words(
    `brief.phrase.${type}`,
    {
      side,
      freelancer,
      milestone: milestone?.title ?? '',
      of: milestoneId === undefined ? 'contract' : 'milestone',
      submitted: milestone?.status === 'submitted' ? 'yes' : 'no',
      max: { money: max },
      deposit: { money: deposit },
      carried: { money: carried },
      carries: carried === 0 ? 'none' : deposit === 0 ? 'all' : 'some',
    },
    decimals,
  )
}
