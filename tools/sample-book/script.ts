import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
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
/** Presets that let refunds happen before the end come first; the chance below prefers them. */
const POLICIES = ['Standard', 'Standard', 'Standard', 'Upwork', 'Fiverr milestones', 'Freelancer.com', 'Direct']

/**
 * A step of a contract's life: so many days after the one before, a command. It is dated by who
 * carries it out.
 */
export interface Step {
  readonly days: number
  readonly command: EscrowCommandInput
}

/**
 * What a script is told of its last command: the contract's id, and what the milestone in hand
 * still holds, in minor units.
 */
export interface Told {
  readonly contractId: string
  held(milestoneId: string): number
}

/**
 * The life of a contract with 5 milestones, some 21 commands long: mostly paid as planned, now and
 * then changed, refunded, disputed or undone.
 */
export function* script(chance: Chance): Generator<Step, void, Told> {
  const currency = chance.one(CURRENCIES)
  const decimals = decimalsOf(currency) ?? 2
  const preset = PRESETS.find(({ name }) => name === chance.one(POLICIES)) ?? PRESETS[0]
  if (preset === undefined) throw new Error('there are no presets')
  const policy = presetPolicy(preset, decimals)
  const amounts = Array.from({ length: 5 }, () => (20 + chance.below(180)) * 5 * 10 ** decimals)
  const work = chance.one(WORK)
  const client = `${chance.one(FIRMS)} ${chance.one(ENDINGS)}`
  const told = yield {
    days: 0,
    command: {
      type: 'open-contract',
      title: `${work} for ${client}`,
      client,
      freelancer: `${chance.one(GIVEN)} ${chance.one(FAMILY)}`,
      currency,
      policy,
      side: chance.percent(70) ? 'client' : 'freelancer',
      milestones: amounts.map((amount, place) => ({ title: STEPS[place * 2 + chance.below(2)] ?? work, amount })),
    },
  }
  const { contractId } = told
  if (chance.percent(30))
    yield { days: 1, command: { type: 'edit-milestone', contractId, milestoneId: 'M5', title: 'Final delivery' } }
  for (const [place, amount] of amounts.entries())
    yield* milestone(chance, told, `M${place + 1}`, amount, policy.refundOnlyAtEnd)
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
  { contractId, held }: Told,
  milestoneId: string,
  amount: number,
  refundOnlyAtEnd: boolean,
): Generator<Step, void, Told> {
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
  // A part first, and then the rest, or what is left over goes on to the next milestone.
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

/** The bank's or platform's id, where there is one. */
function transfer(chance: Chance): { reference?: string } {
  return chance.percent(70)
    ? { reference: `T${(100_000_000 + chance.below(900_000_000)).toString(36).toUpperCase()}` }
    : {}
}
