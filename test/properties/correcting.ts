import type { CommandOf, RecordedCommandType } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { addDays } from '../../shared/dates/calendar.ts'
import type { Chance } from './chance.ts'
import { dayOfCommand } from './days.ts'
import type { Said, Scene } from './scene.ts'

/** Close books until a day, mostly one that is over; or reopen them. */
export function closing({ today }: Scene, chance: Chance): Said {
  return {
    until: chance.weighted([
      [6, addDays(today, -chance.between(1, 60))],
      [4, null],
      [1, addDays(today, chance.between(0, 3))],
    ]),
  }
}

/** A correction of one or several of the contract's entries, mostly of recent ones that stand. */
export function correcting(scene: Scene, chance: Chance): Said {
  const change = someChange(scene, chance)
  const count = chance.weighted([
    [8, 0],
    [2, 1],
    [1, 2],
  ])
  const also = Array.from({ length: count }, () => someChange(scene, chance))
  return { ...change, ...(count > 0 && { also }) }
}

function someChange(scene: Scene, chance: Chance): Said {
  const record = someEntry(scene, chance)
  const entry = record?.entry ?? chance.between(1, scene.entries + 1)
  return {
    entry,
    ...chance.weighted<() => Said>([
      [12, () => ({ with: someFields(record, scene, chance) })],
      [6, () => ({ remove: true })],
      [1, () => ({})],
      [1, () => ({ remove: true, with: {} })],
    ])(),
  }
}

function someEntry({ correctable }: Scene, chance: Chance): Entry | undefined {
  if (correctable.length === 0 || chance.oneIn(15)) return undefined
  return chance.oneIn(4) ? chance.pick(correctable) : chance.pick(correctable.slice(-6))
}

const AMOUNT_OF: Partial<Record<RecordedCommandType, (entry: Entry) => number | undefined>> = {
  'add-milestone': ({ events }) => events.find(event => event.type === 'milestone-added')?.milestone.amount,
}

/** The amount that an entry is about, if any. */
function amountOf(entry: Entry): number | undefined {
  const own = AMOUNT_OF[entry.type]?.(entry)
  const last = entry.events.at(-1)
  return own ?? (last !== undefined && 'amount' in last ? last.amount : undefined)
}

/** Other fields: mostly those of the entry's own command, a little more or less than before. */
function someFields(
  record: Entry | undefined,
  { contract, today }: Scene,
  chance: Chance,
): CommandOf<'correct'>['with'] {
  const amount = (record && amountOf(record)) ?? 1_000
  const near = (): number =>
    chance.weighted<() => number>([
      [6, () => Math.max(1, amount + chance.between(-5, 5))],
      [4, () => Math.max(1, Math.floor((amount * chance.between(1, 30)) / 10))],
      [1, () => chance.pick([0, -1, 1])],
    ])()
  const resolution = record?.events.find(event => event.type === 'dispute-resolved')
  const inDispute = [...(resolution?.released ?? []), ...(resolution?.refunded ?? [])].reduce(
    (total, part) => total + part.amount,
    0,
  )
  const fields: Readonly<Record<string, () => unknown>> = {
    amount: near,
    fee: () => chance.pick([null, 0, 1, chance.between(0, Math.max(1, amount)), amount + 1]),
    milestoneId: () => chance.pick([null, 'M99', ...contract.milestones.map(({ id }) => id)]),
    by: () => chance.pick([null, 'client', 'freelancer']),
    refundRemainder: () => chance.pick([null, true, false]),
    reason: () => chance.pick([null, 'late']),
    on: () => dayOfCommand(contract, today, chance),
    reference: () => chance.pick([null, 'TX-8']),
    note: () => chance.pick([null, 'counted again']),
  }
  if (resolution !== undefined && !chance.oneIn(3)) {
    const release = chance.between(0, inDispute)
    return { release, refund: inDispute - release } as CommandOf<'correct'>['with']
  }
  const suited = record === undefined || chance.oneIn(8) ? Object.keys(fields) : suitedTo(record)
  const names = [...new Set(Array.from({ length: chance.between(0, 2) + 1 }, () => chance.pick(suited)))]
  return Object.fromEntries(names.map(name => [name, fields[name]?.()]))
}

/** The fields that fit an entry, those of money more than once. */
function suitedTo(record: Entry): string[] {
  const { type } = record
  const hasFee = ['fund-milestone', 'release', 'bonus'].includes(type)
  const last = record.events.at(-1)
  return [
    'on',
    'note',
    'reference',
    ...(amountOf(record) === undefined ? [] : ['amount', 'amount', 'amount']),
    ...(hasFee ? ['fee'] : []),
    ...(last !== undefined && 'milestoneId' in last && type !== 'add-milestone' ? ['milestoneId'] : []),
    ...(type === 'end-contract' ? ['by', 'refundRemainder'] : []),
    ...(type === 'request-refund' || type === 'open-dispute' ? ['reason'] : []),
  ]
}
