import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { PRESETS, presetPolicy } from '../../shared/contract/presets.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'

/** A command on the contract opened before it, without that contract's id and the day. */
type Step = EscrowCommandInput extends infer C
  ? C extends { contractId: string }
    ? Omit<C, 'contractId' | 'on'>
    : never
  : never
/** A step, and how many days before today it happened. */
type Dated = readonly [daysAgo: number, step: Step]
type Opening = Omit<Extract<EscrowCommandInput, { type: 'open-contract' }>, 'type' | 'on'>

/** Returns the day a number of days from today. */
type DueIn = (days: number) => IsoDate

interface SampleContract {
  readonly openedDaysAgo: number
  readonly opening: Opening
  readonly steps: readonly Dated[]
}

const policyOf = (name: string, decimals: number) => {
  const preset = PRESETS.find(each => each.name === name)
  if (preset === undefined) throw new Error(`no preset ${name}`)
  return presetPolicy(preset, decimals)
}

/**
 * The main example first: 420.00 funded, 400.00 of it released, 20.00 left for the next milestone.
 * Then a contract under Upwork's rules, in review.
 */
function acmeContracts(due: DueIn): readonly SampleContract[] {
  return [
    {
      openedDaysAgo: 78,
      opening: {
        title: 'Website redesign',
        client: 'Acme Ltd',
        freelancer: 'Muhammad A.',
        currency: 'USD',
        budget: 75_000,
        milestones: [
          { title: 'Discovery', amount: 8_000 },
          { title: 'Design', amount: 42_000 },
          { title: 'Build', amount: 10_000, due: due(15) },
          { title: 'Launch', amount: 15_000, due: due(29) },
        ],
      },
      steps: [
        [77, { type: 'fund-milestone', milestoneId: 'M1' }],
        [63, { type: 'submit-work', milestoneId: 'M1' }],
        [60, { type: 'release', milestoneId: 'M1', amount: 8_000 }],
        [59, { type: 'fund-milestone', milestoneId: 'M2', amount: 40_200 }],
        [59, { type: 'reverse' }],
        [59, { type: 'fund-milestone', milestoneId: 'M2', reference: 'Wire 0417' }],
        [10, { type: 'submit-work', milestoneId: 'M2' }],
        [0, { type: 'release', milestoneId: 'M2', amount: 40_000, note: 'Two icons are still to come.' }],
      ],
    },
    {
      openedDaysAgo: 40,
      opening: {
        title: 'Brand film',
        client: 'Acme Ltd',
        freelancer: 'Studio Lumen',
        currency: 'USD',
        policy: policyOf('Upwork', 2),
        milestones: [
          { title: 'Script', amount: 60_000 },
          { title: 'Shoot', amount: 180_000 },
          { title: 'Cut', amount: 70_000, due: due(30) },
        ],
      },
      steps: [
        [38, { type: 'fund-milestone', milestoneId: 'M1' }],
        [30, { type: 'submit-work', milestoneId: 'M1' }],
        [28, { type: 'release', milestoneId: 'M1', amount: 60_000 }],
        [27, { type: 'fund-milestone', milestoneId: 'M2' }],
        [12, { type: 'submit-work', milestoneId: 'M2' }],
      ],
    },
  ]
}

/**
 * A contract in dispute, with a contract fee and a bonus, and one that was funded in full at once.
 */
function disputedAndPrepaidContracts(): readonly SampleContract[] {
  return [
    {
      openedDaysAgo: 60,
      opening: {
        title: 'Data migration',
        client: 'Helio Energy',
        freelancer: 'Kwame B.',
        currency: 'USD',
        policy: { ...policyOf('Upwork', 2), contractFee: 499 },
        milestones: [
          { title: 'Survey', amount: 15_000 },
          { title: 'Export', amount: 30_000 },
          { title: 'Import', amount: 40_000 },
        ],
      },
      steps: [
        [58, { type: 'fund-milestone', milestoneId: 'M1' }],
        [50, { type: 'submit-work', milestoneId: 'M1' }],
        [46, { type: 'release', milestoneId: 'M1', amount: 15_000 }],
        [44, { type: 'fund-milestone', milestoneId: 'M2' }],
        [30, { type: 'submit-work', milestoneId: 'M2' }],
        [25, { type: 'request-changes', milestoneId: 'M2' }],
        [18, { type: 'submit-work', milestoneId: 'M2' }],
        [16, { type: 'release', milestoneId: 'M2', amount: 10_000 }],
        [14, { type: 'bonus', amount: 2_500, note: 'For the weekend.' }],
        [
          6,
          { type: 'open-dispute', milestoneId: 'M2', amount: 20_000, reason: 'The export lacks two of five tables.' },
        ],
      ],
    },
    {
      openedDaysAgo: 55,
      opening: {
        title: 'Mobile onboarding',
        client: 'Northwind',
        freelancer: 'Ana Ruiz',
        currency: 'USD',
        budget: 35_000,
        milestones: [
          { title: 'Research', amount: 10_000 },
          { title: 'Prototype', amount: 15_000 },
          { title: 'Handover', amount: 10_000 },
        ],
      },
      steps: [
        [54, { type: 'fund-milestone', milestoneId: 'M1', amount: 35_000, note: 'All of it in once.' }],
        [49, { type: 'release', milestoneId: 'M1', amount: 10_000 }],
        [48, { type: 'fund-milestone', milestoneId: 'M2' }],
        [4, { type: 'submit-work', milestoneId: 'M2' }],
      ],
    },
  ]
}

/**
 * A contract that is ending in EUR, one in JPY with custom rules, and one in KWD kept by the
 * freelancer.
 */
function contractsInOtherCurrencies(due: DueIn): readonly SampleContract[] {
  return [
    {
      openedDaysAgo: 30,
      opening: {
        title: 'Annual report layout',
        client: 'Helio Energy',
        freelancer: 'Lena Vogt',
        currency: 'EUR',
        milestones: [{ title: 'Layout', amount: 90_000 }],
      },
      steps: [
        [29, { type: 'fund-milestone', milestoneId: 'M1' }],
        [12, { type: 'release', milestoneId: 'M1', amount: 82_500 }],
        [4, { type: 'end-contract', refundRemainder: true }],
      ],
    },
    {
      openedDaysAgo: 26,
      opening: {
        title: 'Packaging illustration',
        client: 'Kaze Tea',
        freelancer: 'Haruka S.',
        currency: 'JPY',
        policy: policyOf('Direct', 0),
        milestones: [
          { title: 'Sketches', amount: 40_000 },
          { title: 'Line art', amount: 80_000 },
          { title: 'Colour', amount: 30_000, due: due(24) },
        ],
      },
      steps: [
        [25, { type: 'fund-milestone', milestoneId: 'M1' }],
        [25, { type: 'fund-milestone', milestoneId: 'M2' }],
        [15, { type: 'release', milestoneId: 'M1', amount: 40_000 }],
        [9, { type: 'release', milestoneId: 'M2', amount: 40_000 }],
      ],
    },
    {
      openedDaysAgo: 20,
      opening: {
        title: 'Arabic localisation',
        client: 'Gulf Parts',
        freelancer: 'Yousef K.',
        currency: 'KWD',
        side: 'freelancer',
        policy: policyOf('Freelancer.com', 3),
        milestones: [
          { title: 'Glossary', amount: 45_000 },
          { title: 'Manuals', amount: 180_500, due: due(14) },
        ],
      },
      steps: [
        [19, { type: 'fund-milestone', milestoneId: 'M1' }],
        [11, { type: 'release', milestoneId: 'M1', amount: 45_000 }],
        [10, { type: 'fund-milestone', milestoneId: 'M2' }],
      ],
    },
  ]
}

/** A contract that ended with a refund. */
function endedContracts(): readonly SampleContract[] {
  return [
    {
      openedDaysAgo: 120,
      opening: {
        title: 'Icon set',
        client: 'Acme Ltd',
        freelancer: 'Muhammad A.',
        currency: 'USD',
        milestones: [{ title: 'Icons', amount: 10_000 }],
      },
      steps: [
        [118, { type: 'fund-milestone', milestoneId: 'M1' }],
        [104, { type: 'release', milestoneId: 'M1', amount: 4_000 }],
        [100, { type: 'request-refund', amount: 6_000, reason: 'The rest is no longer needed.' }],
        [98, { type: 'approve-refund' }],
        [98, { type: 'end-contract' }],
      ],
    },
  ]
}

/** One contract for each situation a book can show, in order of contract number. */
function sampleContracts(today: IsoDate): readonly SampleContract[] {
  const due: DueIn = days => addDays(today, days)
  return [
    ...acmeContracts(due),
    ...disputedAndPrepaidContracts(),
    ...contractsInOtherCurrencies(due),
    ...endedContracts(),
  ]
}

/**
 * Returns the commands that create the sample book as of `today`, in order, for an empty book (so
 * contracts are numbered from `C0001`).
 */
export function sampleCommands(today: IsoDate): readonly EscrowCommandInput[] {
  return sampleContracts(today).flatMap(({ openedDaysAgo, opening, steps }, i) => {
    const contractId = `C${String(i + 1).padStart(4, '0')}`
    const on = (daysAgo: number): IsoDate => addDays(today, -daysAgo)
    return [
      { type: 'open-contract', ...opening, on: on(openedDaysAgo) } as const,
      ...steps.map(([daysAgo, step]) => ({ ...step, contractId, on: on(daysAgo) }) as EscrowCommandInput),
    ]
  })
}
