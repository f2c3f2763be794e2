import type { OpeningAttribute } from '../../shared/contract/attributes.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import { plannedAmount } from './amounts.ts'
import type { Chance } from './chance.ts'
import { someDay } from './days.ts'
import { openingPolicy } from './policies.ts'
import { given, type Said } from './scene.ts'

/** Names of parties; some are equal to the rules (case, blanks, invisible signs, ß). */
export const PARTIES = [
  'Acme Ltd',
  'ACME LTD ',
  'Acme\u00a0 Ltd',
  'Ac\u200bme\u200c Ltd',
  'Muhammad A.',
  'Bolt Studio',
  'Straße 7',
  'STRASSE 7',
  '株式会社',
  'Zoë',
]

/** A title or a name that a person may type. */
export function someTitle(chance: Chance): string {
  return chance.pick(['Design', 'Build', '  Test  ', 'Übergabe', '終わり', 'a', 'x'.repeat(200), '<b>&"', '0'])
}

/** Two parties, mostly different. */
export function someParties(chance: Chance): { client: string; freelancer: string } {
  return chance.oneIn(15)
    ? { client: chance.pick(PARTIES), freelancer: chance.pick(PARTIES) }
    : {
        client: chance.pick(['Acme Ltd', 'Straße 7', 'Zoë']),
        freelancer: chance.pick(['Muhammad A.', 'Bolt Studio', '株式会社']),
      }
}

/** An opening: in currencies of 0 to 4 decimals, with any preset and up to five milestones. */
export function opening(today: IsoDate, chance: Chance): Said {
  const currency = chance.weighted([
    [6, 'USD'],
    [3, 'JPY'],
    [3, 'KWD'],
    [1, 'HUF'],
    [1, 'UYW'],
    [1, chance.pick(['XXX', 'usd', ''])],
  ])
  const decimals = decimalsOf(currency) ?? 2
  const policy = openingPolicy(decimals, chance)
  const minimum = typeof policy?.['minimum'] === 'number' ? policy['minimum'] : 5 * 10 ** decimals
  const milestones = Array.from({ length: chance.between(0, 5) }, () => ({
    title: someTitle(chance),
    amount: Math.max(chance.oneIn(40) ? 0 : minimum, plannedAmount(minimum, chance)),
    ...(chance.oneIn(3) && { due: someDay(today, chance) }),
  }))
  const attributes = {
    title: someTitle(chance),
    ...someParties(chance),
    currency,
    policy,
    budget: chance.oneIn(3)
      ? chance.pick([1, 35_000, 100_000, milestones.reduce((total, { amount }) => total + amount, 0)])
      : undefined,
    side: chance.oneIn(2) ? chance.pick(['client', 'freelancer']) : undefined,
    account: undefined,
  } satisfies Record<OpeningAttribute, unknown>
  return { type: 'open-contract', ...given(attributes), milestones }
}
