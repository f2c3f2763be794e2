import { type ContractState, escrowOf, freeOf, heldBy } from '../../main/escrow/contract/state.ts'
import type { EditableAttribute } from '../../shared/contract/attributes.ts'
import type { EscrowCommandType } from '../../shared/contract/commands.ts'
import type { MilestoneStatus } from '../../shared/contract/contract.ts'
import { doubtfulAmount, plannedAmount, upTo } from './amounts.ts'
import type { Chance } from './chance.ts'
import { closing, correcting } from './correcting.ts'
import { dayOfCommand, someDay } from './days.ts'
import { opening, PARTIES, someTitle } from './opening.ts'
import { someTerms } from './policies.ts'
import { offered } from './prospects.ts'
import { given, type Said, type Scene } from './scene.ts'
import { viewOf } from './views.ts'

const UNKNOWN_MILESTONE = 'M99'

/** A milestone of the contract, mostly in a suitable status, sometimes one that does not exist. */
function someMilestone(contract: ContractState, suited: readonly MilestoneStatus[], chance: Chance): string {
  const fitting = contract.milestones.filter(({ status }) => suited.includes(status))
  const candidates = fitting.length > 0 && !chance.oneIn(8) ? fitting : contract.milestones
  return candidates.length === 0 || chance.oneIn(40) ? UNKNOWN_MILESTONE : chance.pick(candidates).id
}

/** Unallocated money (`null`), or mostly a milestone that holds money. */
function someSource(contract: ContractState, chance: Chance): string | null {
  const fromUnallocated = contract.unallocated > 0 ? chance.oneIn(2) : chance.oneIn(6)
  return fromUnallocated ? null : someMilestone(contract, ['funded', 'submitted', 'partly-paid'], chance)
}

/** An amount up to a limit, or one that tests the rules. */
function amountWithin(most: number, contract: ContractState, source: string | null, chance: Chance): number {
  return chance.oneIn(4) ? doubtfulAmount(contract, source, chance) : upTo(most, chance)
}

/** Sometimes an actual fee, mostly not above the amount. */
function someFee(amount: number, chance: Chance): Said {
  return chance.oneIn(6)
    ? {
        fee: chance.weighted([
          [6, chance.between(0, Math.max(0, amount))],
          [1, amount + 1],
          [1, -1],
        ]),
      }
    : {}
}

const ofSource = (source: string | null): Said => (source === null ? {} : { milestoneId: source })

type Maker = (scene: Scene, chance: Chance) => Said

function releasing({ contract }: Scene, chance: Chance): Said {
  const source = someSource(contract, chance)
  const amount = amountWithin(freeOf(contract, source), contract, source, chance)
  return { ...ofSource(source), amount, ...someFee(amount, chance) }
}

function claiming({ contract }: Scene, chance: Chance): Said {
  const source = chance.oneIn(2) ? someSource(contract, chance) : null
  const most = source === null ? escrowOf(contract) : heldBy(contract, source)
  return {
    ...ofSource(source),
    amount: amountWithin(most, contract, source, chance),
    ...(chance.oneIn(3) && { reason: 'not as agreed' }),
  }
}

function resolving({ contract }: Scene, chance: Chance): Said {
  const amount = contract.dispute?.amount ?? 100
  const release = chance.weighted([
    [6, chance.between(0, amount)],
    [1, 0],
    [1, amount],
    [1, -1],
    [1, amount + 1],
  ])
  return {
    release,
    refund:
      amount -
      release +
      chance.weighted([
        [3, 0],
        [1, 1],
        [1, -1],
      ]),
  }
}

function editing({ contract }: Scene, chance: Chance): Said {
  const attributes = {
    title: chance.oneIn(4) ? someTitle(chance) : undefined,
    client: chance.oneIn(6) ? chance.pick(PARTIES) : undefined,
    freelancer: chance.oneIn(6) ? chance.pick(PARTIES) : undefined,
    budget: chance.oneIn(4)
      ? chance.pick([null, 0, 1, contract.deposited, contract.deposited + 1_000, 100_000])
      : undefined,
    policy: chance.oneIn(3) ? someTerms(contract.decimals, chance) : undefined,
    side: chance.oneIn(5) ? chance.pick(['client', 'freelancer']) : undefined,
    account: undefined,
    archived: chance.oneIn(4) ? chance.oneIn(2) : undefined,
  } satisfies Record<EditableAttribute, unknown>
  return given(attributes)
}

/** The commands of a walk: it has no imports to take back. */
type WalkedType = Exclude<EscrowCommandType, 'take-back-import'>

/** The generators of commands; `contractId` and the entry details are added by `commandOf`. */
const MAKERS: Readonly<Record<WalkedType, Maker>> = {
  'open-contract': ({ today }, chance) => opening(today, chance),
  'edit-contract': editing,
  'add-milestone': ({ contract, today }, chance) => ({
    title: someTitle(chance),
    amount: plannedAmount(contract.policy.minimum, chance),
    ...(chance.oneIn(3) && { due: someDay(today, chance) }),
  }),
  'edit-milestone': ({ contract, today }, chance) => ({
    milestoneId: someMilestone(contract, ['planned'], chance),
    ...(chance.oneIn(3) && { title: someTitle(chance) }),
    ...(chance.oneIn(2) && { amount: plannedAmount(contract.policy.minimum, chance) }),
    ...(chance.oneIn(3) && { due: chance.oneIn(3) ? null : someDay(today, chance) }),
  }),
  'remove-milestone': ({ contract }, chance) => ({ milestoneId: someMilestone(contract, ['planned'], chance) }),
  'move-milestone': ({ contract }, chance) => ({
    milestoneId: someMilestone(contract, ['planned'], chance),
    to: chance.between(-1, contract.milestones.length),
  }),
  'fund-milestone': ({ contract }, chance) => {
    const milestoneId = someMilestone(contract, ['planned'], chance)
    const planned = contract.milestones.find(({ id }) => id === milestoneId)?.amount ?? contract.policy.minimum
    const amount = chance.oneIn(3)
      ? doubtfulAmount(contract, milestoneId, chance)
      : plannedAmount(contract.policy.minimum, chance)
    return { milestoneId, ...(chance.oneIn(2) && { amount }), ...someFee(planned, chance) }
  },
  'submit-work': ({ contract }, chance) => ({
    milestoneId: someMilestone(contract, ['funded', 'partly-paid'], chance),
  }),
  'request-changes': ({ contract }, chance) => ({ milestoneId: someMilestone(contract, ['submitted'], chance) }),
  release: releasing,
  bonus: ({ contract }, chance) => {
    const amount = amountWithin(20_000, contract, null, chance)
    return { amount, ...someFee(amount, chance) }
  },
  'return-payment': ({ contract }, chance) => ({
    amount: amountWithin(contract.released + contract.bonuses - contract.returned, contract, null, chance),
  }),
  'request-refund': claiming,
  'approve-refund': () => ({}),
  'decline-refund': () => ({}),
  'cancel-refund': () => ({}),
  'open-dispute': claiming,
  'resolve-dispute': resolving,
  'end-contract': (_, chance) => ({
    ...(chance.oneIn(2) && { refundRemainder: !chance.oneIn(4) }),
    ...(chance.oneIn(2) && { by: chance.pick(['client', 'freelancer']) }),
  }),
  'remove-contract': () => ({}),
  reverse: () => ({}),
  annotate: ({ entries }, chance) => ({
    entry: chance.between(1, entries + 1),
    ...(chance.oneIn(2) && { note: chance.pick([null, '', 'paid late']) }),
    ...(chance.oneIn(2) && { reference: chance.pick([null, 'T-1']) }),
  }),
  'rename-party': (_, chance) => ({ from: chance.pick(PARTIES), to: chance.pick(PARTIES) }),
  correct: correcting,
  'close-books': closing,
}

/**
 * The weights of commands: money moves often, endings and reversals are rare, so that contracts
 * live for a while.
 */
const WEIGHTS: Readonly<Record<WalkedType, number>> = {
  'open-contract': 2,
  'edit-contract': 5,
  'add-milestone': 8,
  'edit-milestone': 6,
  'remove-milestone': 3,
  'move-milestone': 4,
  'fund-milestone': 24,
  'submit-work': 8,
  'request-changes': 6,
  release: 18,
  bonus: 4,
  'return-payment': 5,
  'request-refund': 6,
  'approve-refund': 8,
  'decline-refund': 4,
  'cancel-refund': 4,
  'open-dispute': 4,
  'resolve-dispute': 12,
  'end-contract': 2,
  'remove-contract': 1,
  reverse: 7,
  annotate: 4,
  'rename-party': 2,
  correct: 20,
  'close-books': 3,
}

/** Every command of the rulebook. */
export const COMMAND_TYPES = Object.keys(MAKERS) as WalkedType[]

const weighted = COMMAND_TYPES.map(type => [WEIGHTS[type], type] as const)

/** Sometimes the details that any command may carry. */
function someDetails(type: EscrowCommandType, { contract, today }: Scene, chance: Chance): Said {
  const day = chance.oneIn(3) && { on: dayOfCommand(contract, today, chance) }
  if (type === 'annotate' || type === 'correct') return { ...day }
  if (type === 'close-books') return chance.oneIn(8) ? { note: 'audited' } : {}
  return { ...day, ...(chance.oneIn(8) && { reference: 'TX-7' }), ...(chance.oneIn(8) && { note: 'as agreed' }) }
}

/** Moves that are nearly always offered, which would crowd out the others. */
const ALWAYS_OFFERED: readonly EscrowCommandType[] = [
  'edit-contract',
  'edit-milestone',
  'move-milestone',
  'remove-milestone',
  'bonus',
  'return-payment',
  'reverse',
]
const OF_THE_PLAN: readonly EscrowCommandType[] = ['edit-contract', 'add-milestone', 'edit-milestone', 'move-milestone']

/**
 * A command that `next` offers, with an amount inside its limits: keeps contracts moving when the
 * rules leave little room.
 */
export function offeredCommand(scene: Scene, chance: Chance): Said {
  const { next } = viewOf(scene.contract, scene)
  const offer = chance.weighted(
    next.map(each => [ALWAYS_OFFERED.includes(each.type) ? 2 : WEIGHTS[each.type], each] as const),
  )
  const { type, milestoneId, min, max } = offer
  if (OF_THE_PLAN.includes(type))
    return { ...commandOf(type, scene, chance), ...(milestoneId !== undefined && { milestoneId }) }
  const amount = min === undefined || max === undefined ? undefined : amountOffered(type, min, max, chance)
  const fee =
    amount !== undefined && ['fund-milestone', 'release', 'bonus'].includes(type) ? someFee(amount, chance) : {}
  return { ...offered(offer, scene.contract, amount), ...fee, ...someDetails(type, scene, chance) }
}

/**
 * An amount within limits: large deposits and small releases, so that money is left over to be
 * carried, reserved and refunded.
 */
function amountOffered(type: EscrowCommandType, min: number, max: number, chance: Chance): number {
  // Near the limit of a book every further amount is refused, so keep such walks rare.
  if (type === 'fund-milestone' || type === 'bonus')
    return Math.min(max, min + chance.pick([0, 0, chance.between(0, 5_000), chance.between(0, 60_000)]))
  if (type === 'release' && chance.oneIn(2)) return Math.max(min, Math.ceil(max / chance.between(2, 20)))
  return Math.max(min, upTo(max, chance))
}

function commandOf(type: WalkedType, scene: Scene, chance: Chance): Said {
  const aimed =
    type === 'open-contract' || type === 'rename-party' || type === 'close-books'
      ? {}
      : { contractId: chance.oneIn(60) ? 'C9999' : scene.contract.id }
  return { type, ...aimed, ...MAKERS[type](scene, chance), ...someDetails(type, scene, chance) }
}

/** Any command of the rulebook for the state of a contract: mostly one that fits, often almost. */
export function someCommand(scene: Scene, chance: Chance): Said {
  return commandOf(chance.weighted(weighted), scene, chance)
}
