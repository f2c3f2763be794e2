import { expect, test } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { decide } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { type EscrowCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'

const TODAY = '2026-06-01' as IsoDate
const FEW = 10
const MANY = 10_000
const MOST_TIMES_SLOWER = 2
const ROUNDS = 60
const COMMANDS_A_ROUND = 2_000

type Command = ReturnType<typeof recordedCommandSchema.parse>

/** Decides and folds one command, as the book does between parsing and writing. */
function take(state: ContractState | undefined, command: Command, entry: number): ContractState {
  const decision = decide(state, command, {
    today: TODAY,
    newContractId: 'C0001',
    closedUntil: null,
    entryExists: () => true,
  })
  if (!decision.ok) throw new Error(`${command.type} is refused: ${decision.refusal.code}`)
  return evolve(state, { entry, contract: 'C0001', type: command.type, on: decision.on, events: decision.events })
}

const said = (command: EscrowCommandInput): Command => recordedCommandSchema.parse(command)
const contractId = 'C0001'

/** Two shapes of history: many entries on the same few milestones, or a new milestone each time. */
const HISTORIES: Record<string, (turn: number) => EscrowCommandInput[]> = {
  'on one milestone': () => [
    { type: 'submit-work', contractId, milestoneId: 'M1' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 1 },
  ],
  'on ever new milestones': turn => [
    { type: 'add-milestone', contractId, title: 'Next', amount: 500 },
    { type: 'fund-milestone', contractId, milestoneId: `M${turn + 2}`, amount: 500 },
    { type: 'submit-work', contractId, milestoneId: `M${turn + 2}` },
    { type: 'release', contractId, milestoneId: `M${turn + 2}`, amount: 500 },
  ],
}

function contractAfter(entries: number, history: (turn: number) => EscrowCommandInput[]): ContractState {
  const opening = said({
    type: 'open-contract',
    title: 'Long',
    client: 'Acme',
    freelancer: 'Bo',
    currency: 'USD',
    policy: { funding: 'many', freelancerFeeBp: 1_000 },
    milestones: [{ title: 'First', amount: 10_000_000 }],
  })
  let state = take(undefined, opening, 1)
  state = take(state, said({ type: 'fund-milestone', contractId, milestoneId: 'M1' }), 2)
  for (let turn = 0, entry = 3; entry <= entries; turn++)
    for (const command of history(turn)) state = take(state, said(command), entry++)
  return state
}

/**
 * The commands measured, mostly those that move money. Each is applied to the same state, so that
 * the state does not grow.
 */
const TIMED: EscrowCommandInput[] = [
  { type: 'release', contractId, milestoneId: 'M1', amount: 1 },
  { type: 'bonus', contractId, amount: 100 },
  { type: 'request-refund', contractId, amount: 100 },
  { type: 'add-milestone', contractId, title: 'One more', amount: 500 },
]

function microsecondsFor(state: ContractState, commands: readonly Command[]): number {
  const begin = performance.now()
  for (let done = 0; done < COMMANDS_A_ROUND; done++) take(state, commands[done % commands.length] as Command, MANY + 1)
  return ((performance.now() - begin) * 1_000) / COMMANDS_A_ROUND
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN

test.each(Object.entries(HISTORIES))(
  'a command on a contract with many entries %s takes at most twice as long as on one with few',
  (name, history) => {
    const [few, many] = [contractAfter(FEW, history), contractAfter(MANY, history)]
    const commands = TIMED.map(said)
    const rounds: [few: number, many: number][] = []
    // Interleaved, so that other load on this computer affects both alike; the first third is
    // warm-up.
    for (let round = 0; round < ROUNDS; round++)
      rounds.push([microsecondsFor(few, commands), microsecondsFor(many, commands)])
    const counted = rounds.slice(ROUNDS / 3)
    const [forFew, forMany] = [median(counted.map(([each]) => each)), median(counted.map(([, each]) => each))]
    const ratio = forMany / forFew
    console.log(
      `entries ${name}: ${forFew.toFixed(1)} µs a command at ${FEW} entries, ${forMany.toFixed(1)} µs at ${MANY}: ${ratio.toFixed(2)} times`,
    )
    expect(ratio).toBeLessThanOrEqual(MOST_TIMES_SLOWER)
  },
)
