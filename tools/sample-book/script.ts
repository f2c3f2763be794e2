import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import { PRESETS, presetPolicy } from '../../shared/contract/presets.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import type { Chance } from './chance.ts'

const GIVEN = [
  'Dana',
  'Luca',
  'Amara',
  'Jonas',
  'Mei',
  'Priya',
  'Tomás',
  'Ines',
  'Noah',
  'Zofia',
  'Kofi',
  'Hana',
  'Omar',
  'Elif',
  'Björn',
  'Aoife',
]
const FAMILY = [
  'Reyes',
  'Bianchi',
  'Okafor',
  'Weber',
  'Lin',
  'Nair',
  'Silva',
  'Costa',
  'Levi',
  'Nowak',
  'Mensah',
  'Sato',
  'Haddad',
  'Kaya',
  'Larsen',
  'Byrne',
]
const FIRMS = [
  'Acme',
  'Northwind',
  'Kestrel',
  'Bluefin',
  'Harbor',
  'Juniper',
  'Lattice',
  'Meridian',
  'Orchard',
  'Pinecone',
  'Quarry',
  'Saffron',
  'Tidal',
  'Umber',
]
const ENDINGS = ['Ltd', 'GmbH', 'Inc', 'Studio', 'Labs', 'Press', 'Foods', 'Health']
const WORK = [
  'Website',
  'Mobile app',
  'Brand',
  'Annual report',
  'Translation',
  'Data pipeline',
  'Illustrations',
  'Audit',
  'Film',
  'Documentation',
]
const STEPS = [
  'Research',
  'Concept',
  'Design',
  'Prototype',
  'Build',
  'Content',
  'Testing',
  'Launch',
  'Handover',
  'Training',
]
const CURRENCIES = ['USD', 'USD', 'USD', 'USD', 'EUR', 'EUR', 'EUR', 'GBP', 'JPY', 'KWD', 'INR']
/** Repeated names have a higher probability; most permit refunds before the end. */
const POLICIES = ['Standard', 'Standard', 'Standard', 'Upwork', 'Fiverr milestones', 'Freelancer.com', 'Direct']

/** A command in a contract's life, `days` after the previous one; the caller supplies the date. */
export interface Step {
  readonly days: number
  readonly command: RecordedCommandInput
}

/** The answer to a script's last command. */
export interface StepResult {
  readonly contractId: string
  /** The amount that a milestone still holds, in minor units. */
  held(milestoneId: string): number
}

/**
 * The life of a contract with 5 milestones, in about 21 commands: mostly paid as planned, sometimes
 * changed, refunded, disputed or undone.
 */
export function* script(chance: Chance): Generator<Step, void, StepResult> {
  const currency = chance.one(CURRENCIES)
  const decimals = decimalsOf(currency) ?? 2
  const preset = PRESETS.find(({ name }) => name === chance.one(POLICIES)) ?? PRESETS[0]
  if (preset === undefined) throw new Error('there are no presets')
  const policy = presetPolicy(preset, decimals)
  const amounts = Array.from({ length: 5 }, () => (20 + chance.below(180)) * 5 * 10 ** decimals)
  const work = chance.one(WORK)
  const client = `${chance.one(FIRMS)} ${chance.one(ENDINGS)}`
  const opened = yield {
    days: 0,
    command: {
      type: 'open-contract',
      title: `${work} for ${client}`,
      client,
      freelancer: `${chance.one(GIVEN)} ${chance.one(FAMILY)}`,
      currency,
      policy,
      side: chance.percent(70) ? 'client' : 'freelancer',
      milestones: amounts.map((amount, index) => ({ title: STEPS[index * 2 + chance.below(2)] ?? work, amount })),
    },
  }
  const { contractId } = opened
  if (chance.percent(30))
    yield { days: 1, command: { type: 'edit-milestone', contractId, milestoneId: 'M5', title: 'Final delivery' } }
  for (const [index, amount] of amounts.entries())
    yield* milestone(chance, opened, `M${index + 1}`, amount, policy.refundOnlyAtEnd)
  if (chance.percent(40))
    yield { days: 2, command: { type: 'bonus', contractId, amount: 25 * 10 ** decimals, ...transfer(chance) } }
  yield {
    days: 3,
    command: {
      type: 'end-contract',
      contractId,
      refundRemainder: true,
      by: 'freelancer',
      note: chance.percent(50) ? 'All delivered' : 'Done',
    },
  }
}

function* milestone(
  chance: Chance,
  { contractId, held }: StepResult,
  milestoneId: string,
  amount: number,
  refundOnlyAtEnd: boolean,
): Generator<Step, void, StepResult> {
  const about = { contractId, milestoneId }
  yield { days: 1 + chance.below(4), command: { type: 'fund-milestone', ...about, ...transfer(chance) } }
  yield { days: 4 + chance.below(12), command: { type: 'submit-work', ...about } }
  if (chance.percent(20)) {
    yield {
      days: 1 + chance.below(3),
      command: { type: 'request-changes', ...about, note: 'See the comments in the file' },
    }
    yield { days: 2 + chance.below(6), command: { type: 'submit-work', ...about } }
  }
  if (chance.percent(4)) {
    yield { days: 2, command: { type: 'open-dispute', ...about, amount, reason: 'Not what was agreed' } }
    const refund = Math.floor(amount / 4)
    yield { days: 6, command: { type: 'resolve-dispute', contractId, release: amount - refund, refund } }
    return
  }
  // Release all at once, or a part: then the rest is released, refunded, or carried over.
  const part = chance.percent(35) ? Math.floor((amount * (60 + chance.below(35))) / 100) : amount
  yield { days: 1 + chance.below(5), command: { type: 'release', ...about, amount: part, ...transfer(chance) } }
  if (chance.percent(3)) {
    yield { days: 0, command: { type: 'reverse', contractId, note: 'Entered by mistake' } }
    yield { days: 0, command: { type: 'release', ...about, amount: part, ...transfer(chance) } }
  }
  const rest = held(milestoneId)
  if (rest === 0) return
  if (chance.percent(40)) yield { days: 2, command: { type: 'release', ...about, amount: rest, ...transfer(chance) } }
  else if (chance.percent(25) && !refundOnlyAtEnd) {
    yield { days: 2, command: { type: 'request-refund', ...about, amount: rest, reason: 'Less work than planned' } }
    yield { days: 2, command: { type: 'approve-refund', contractId } }
  }
}

/** The bank's or platform's transaction id, which most payments have. */
function transfer(chance: Chance): { reference?: string } {
  return chance.percent(70)
    ? { reference: `T${(100_000_000 + chance.below(900_000_000)).toString(36).toUpperCase()}` }
    : {}
}
