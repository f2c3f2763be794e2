import { expect } from 'vitest'
import { answerError } from '../../main/answers/refusal-answer.ts'
import { assertConserved } from '../../main/escrow/contract/conservation.ts'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { type Decision, decide } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { foldEntries } from '../../main/escrow/fold.ts'
import { postingsOf } from '../../main/escrow/postings.ts'
import { type ContractFacts, viewContract } from '../../main/escrow/view.ts'
import type { Posting } from '../../shared/api/ledger.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { MilestoneView } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { RuleCode, WarningCode } from '../../shared/contract/refusals.ts'
import { type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { expectOffersToHold } from './offers.ts'

type WithoutContract<C> = C extends { contractId: string } ? Omit<C, 'contractId'> : C
/** A command of the one contract a scenario is about. */
export type Told = WithoutContract<EscrowCommandInput>

/** A day of a scenario's calendar. */
export const day = (text: string): IsoDate => {
  const found = isoDate(text)
  if (found === undefined) throw new Error(`${text} is no day`)
  return found
}

/** US dollars in minor units. */
export const usd = (amount: number): number => Math.round(amount * 100)

/** The day on which scenarios play unless they say another. */
export const TODAY = day('2026-03-15')

const CONTRACT = 'C0001'

/** What one step came to. */
export interface Step {
  readonly decision: Decision
  readonly contract: ContractState | undefined
  readonly facts: ContractFacts | undefined
  readonly postings: readonly Posting[]
  readonly records: readonly Entry[]
}

/** Something a step must show. */
export type Check = (step: Step) => void

/**
 * A contract that commands are given to as the book gives them: decide, then evolve, or fold again
 * for a reversal.
 */
class Scenario {
  #today = TODAY
  #contract: ContractState | undefined
  #records: Entry[] = []
  #entries = 0
  #last: Step | undefined
  #isChecked = true

  /** Gives a command that must be accepted: part of what came before. */
  give(told: Told): void {
    const { decision } = this.#execute(told)
    if (!decision.ok) throw new Error(`given ${JSON.stringify(told)}: refused as ${decision.refusal.code}`)
  }

  /** The day it is from here on. */
  onDay(today: string): this {
    this.#today = day(today)
    return this
  }

  /** Gives the command a rule is about. */
  when(told: Told): this {
    // A step nobody looked at is only there for the next one, and must not have been refused.
    if (!this.#isChecked) this.then(accepted)
    this.#last = this.#execute(told)
    this.#isChecked = false
    return this
  }

  /** What must be true of the last command, and of the contract after it. */
  // biome-ignore lint/suspicious/noThenProperty: given, when, then is how a rule's test reads; nobody awaits a scenario.
  then(...checks: readonly Check[]): this {
    if (this.#last === undefined) throw new Error('nothing was done yet')
    for (const check of checks) check(this.#last)
    this.#isChecked = true
    return this
  }

  #execute(told: Told): Step {
    const namesNone = told.type === 'open-contract' || told.type === 'rename-party'
    const command = escrowCommandSchema.parse(namesNone ? told : { ...told, contractId: CONTRACT })
    const entryExists = (entry: number): boolean => this.#records.some(record => record.entry === entry)
    const before = JSON.stringify(this.#contract)
    const decision = decide(this.#contract, command, { today: this.#today, newContractId: CONTRACT, entryExists })
    expect(JSON.stringify(this.#contract), 'deciding changes nothing').toBe(before)
    if (!decision.ok) return this.#step(decision, [])
    const isEntry = command.type !== 'annotate' && command.type !== 'rename-party'
    const entry: Entry = {
      entry: isEntry ? ++this.#entries : null,
      contract: CONTRACT,
      type: command.type,
      on: decision.on,
      events: decision.events,
    }
    this.#records.push(frozen(entry))
    const isReversal = decision.events.some(event => event.type === 'entry-reversed')
    const after = isReversal ? foldEntries(this.#records) : evolve(this.#contract, entry)
    expect(foldEntries(this.#records), 'live and folded again are one').toEqual(after)
    expect(JSON.parse(JSON.stringify(after)), 'the state is plain JSON').toEqual(after)
    assertConserved(after)
    this.#contract = frozen(after)
    const postings = postingsOf(decision.events, after.currency)
    expect(
      postings.reduce((total, { amount }) => total + amount, 0),
      'postings sum to zero',
    ).toBe(0)
    expectOffersToHold(after, this.#today)
    return this.#step(decision, postings)
  }

  #step(decision: Decision, postings: readonly Posting[]): Step {
    const contract = this.#contract
    return {
      decision,
      contract,
      facts: contract && viewContract(contract, this.#today),
      postings,
      records: this.#records,
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

/** A contract to which all this happened; nothing but accepted commands. */
export function given(...commands: readonly Told[]): Scenario {
  const scenario = new Scenario()
  for (const command of commands) scenario.give(command)
  return scenario
}

/** A contract to which all this happened on a day. */
export function givenOn(today: string, ...commands: readonly Told[]): Scenario {
  const scenario = new Scenario().onDay(today)
  for (const command of commands) scenario.give(command)
  return scenario
}

/** Nothing yet: no contract. */
export const nothing = (): Scenario => new Scenario()

/** The command was accepted. */
export const accepted: Check = ({ decision }) => {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe('accepted')
}

/**
 * The command was refused with this code, and with a sentence and a way out in words. `field`: the
 * input it must speak of.
 */
export const refused =
  (code: RuleCode, field?: string): Check =>
  ({ decision, contract }) => {
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code)
    if (decision.ok) return
    if (field !== undefined) expect(decision.refusal.field).toBe(field)
    const { message, hint } = answerError(decision.refusal, { locale: 'en', decimals: contract?.decimals ?? 2 })
    expect(message.endsWith(` ${hint}`)).toBe(true)
  }

/** The refusal reads exactly so. */
export const saying =
  (sentence: string): Check =>
  ({ decision, contract }) => {
    if (decision.ok) expect.fail('accepted')
    expect(answerError(decision.refusal, { locale: 'en', decimals: contract?.decimals ?? 2 }).message).toBe(sentence)
  }

/** The answer holds these, in minor units. */
export const answering =
  (value: Readonly<Record<string, unknown>>): Check =>
  ({ decision }) => {
    expect(decision).toMatchObject({ ok: true, value })
  }

/** The answer warns of exactly these. */
export const warning =
  (...codes: readonly WarningCode[]): Check =>
  ({ decision }) => {
    expect(decision.ok && decision.warnings.map(each => each.code)).toEqual(codes)
  }

/** The contract as seen after the step has these. */
export const contract =
  (expected: Readonly<Record<string, unknown>>): Check =>
  ({ facts }) => {
    expect(facts).toMatchObject(expected)
  }

/** What is in escrow, in minor units. */
export const escrow = (amount: number): Check => contract({ escrow: amount })

/** A milestone as seen after the step has these. */
export const milestone =
  (title: string, expected: { readonly [K in keyof MilestoneView]?: MilestoneView[K] | number }): Check =>
  ({ facts }) => {
    expect(facts?.milestones.find(each => each.title === title)).toMatchObject(expected)
  }

/**
 * The entry moved exactly this, as `account amount` (minor units); `milestoneId` follows the
 * account.
 */
export const posting =
  (...lines: readonly string[]): Check =>
  ({ postings }) => {
    expect(
      postings.map(
        ({ account, milestoneId, amount }) =>
          `${account}${milestoneId === undefined ? '' : ` ${milestoneId}`} ${amount}`,
      ),
    ).toEqual(lines)
  }
