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
import { type RecordedCommandInput, recordedCommandSchema } from '../../shared/contract/commands.ts'
import type { MilestoneView } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { RuleCode, WarningCode } from '../../shared/contract/refusals.ts'
import { type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { expectOffersToHold } from './offers.ts'

type WithoutContract<C> = C extends { contractId: string } ? Omit<C, 'contractId'> : C
/** A command of the one contract of a scenario, without its id. */
export type Command = WithoutContract<RecordedCommandInput>

/** A day as a scenario writes it. */
export const day = (text: string): IsoDate => {
  const found = isoDate(text)
  if (found === undefined) throw new Error(`${text} is no day`)
  return found
}

/** US dollars in minor units. */
export const usd = (amount: number): number => Math.round(amount * 100)

/** The default day of scenarios. */
export const TODAY = day('2026-03-15')

const CONTRACT = 'C0001'

/** The outcome of one step. */
export interface Step {
  readonly decision: Decision
  readonly contract: ContractState | undefined
  readonly facts: ContractFacts | undefined
  readonly postings: readonly Posting[]
  readonly records: readonly Entry[]
}

/** An expectation about a step. */
export type Check = (step: Step) => void

/**
 * A contract that takes commands as in the book: decide, then evolve, or fold again for a reversal.
 */
class Scenario {
  #today = TODAY
  #contract: ContractState | undefined
  #records: Entry[] = []
  #entries = 0
  #last: Step | undefined
  #isChecked = true

  /** Gives a command that must be accepted, as part of the history. */
  give(command: Command): void {
    const { decision } = this.#execute(command)
    if (!decision.ok) throw new Error(`given ${JSON.stringify(command)}: refused as ${decision.refusal.code}`)
  }

  /** Sets today from here on. */
  onDay(today: string): this {
    this.#today = day(today)
    return this
  }

  /** Gives the command under test. */
  when(command: Command): this {
    // A step without an expectation only prepares the next one, so it must not have been refused.
    if (!this.#isChecked) this.then(accepted)
    this.#last = this.#execute(command)
    this.#isChecked = false
    return this
  }

  /** Checks expectations about the last command and the contract after it. */
  // biome-ignore lint/suspicious/noThenProperty: given, when, then is how a rule's test reads; nobody awaits a scenario.
  then(...checks: readonly Check[]): this {
    if (this.#last === undefined) throw new Error('nothing was done yet')
    for (const check of checks) check(this.#last)
    this.#isChecked = true
    return this
  }

  #execute(given: Command): Step {
    const namesNone = given.type === 'open-contract' || given.type === 'rename-party'
    const command = recordedCommandSchema.parse(namesNone ? given : { ...given, contractId: CONTRACT })
    const entryExists = (entry: number): boolean => this.#records.some(record => record.entry === entry)
    const before = JSON.stringify(this.#contract)
    const decision = decide(this.#contract, command, {
      today: this.#today,
      newContractId: CONTRACT,
      closedUntil: null,
      entryExists,
    })
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

/** A contract after these commands, all of which must be accepted. */
export function given(...commands: readonly Command[]): Scenario {
  const scenario = new Scenario()
  for (const command of commands) scenario.give(command)
  return scenario
}

/** A contract after these commands on a day. */
export function givenOn(today: string, ...commands: readonly Command[]): Scenario {
  const scenario = new Scenario().onDay(today)
  for (const command of commands) scenario.give(command)
  return scenario
}

/** No contract yet. */
export const nothing = (): Scenario => new Scenario()

/** Expects the command to be accepted. */
export const accepted: Check = ({ decision }) => {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe('accepted')
}

/**
 * Expects the command to be refused with this code, a sentence and a way out in words, and about
 * `field`.
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

/** Expects exactly this sentence of the refusal. */
export const saying =
  (sentence: string): Check =>
  ({ decision, contract }) => {
    if (decision.ok) expect.fail('accepted')
    expect(answerError(decision.refusal, { locale: 'en', decimals: contract?.decimals ?? 2 }).message).toBe(sentence)
  }

/** Expects the answer to hold these, in minor units. */
export const answering =
  (value: Readonly<Record<string, unknown>>): Check =>
  ({ decision }) => {
    expect(decision).toMatchObject({ ok: true, value })
  }

/** Expects exactly these warnings. */
export const warning =
  (...codes: readonly WarningCode[]): Check =>
  ({ decision }) => {
    expect(decision.ok && decision.warnings.map(each => each.code)).toEqual(codes)
  }

/** Expects these of the contract's view after the step. */
export const contract =
  (expected: Readonly<Record<string, unknown>>): Check =>
  ({ facts }) => {
    expect(facts).toMatchObject(expected)
  }

/** Expects this amount in escrow, in minor units. */
export const escrow = (amount: number): Check => contract({ escrow: amount })

/** Expects these of a milestone's view after the step. */
export const milestone =
  (title: string, expected: { readonly [K in keyof MilestoneView]?: MilestoneView[K] | number }): Check =>
  ({ facts }) => {
    expect(facts?.milestones.find(each => each.title === title)).toMatchObject(expected)
  }

/**
 * Expects exactly these postings, as `account amount` (minor units), with a milestone after its
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
