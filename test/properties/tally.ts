import type { EscrowCommandType } from '../../shared/contract/commands.ts'
import { type RefusalCode, RULE_CODES } from '../../shared/contract/refusals.ts'
import { COMMAND_TYPES } from './commands.ts'
import type { Happened } from './driver.ts'

/**
 * Counts of accepted and refused commands and of refusal codes, which show that a run covered the
 * rulebook.
 */
export class Tally {
  readonly accepted = new Map<EscrowCommandType, number>()
  readonly refused = new Map<EscrowCommandType, number>()
  readonly codes = new Map<RefusalCode, number>()
  probes = 0

  /** The number of commands given. */
  get commands(): number {
    return [...this.accepted.values(), ...this.codes.values()].reduce((total, count) => total + count, 0)
  }

  /** Counts the outcome of a command. A malformed one counts under its code only. */
  count(happened: Happened): void {
    if (happened.ok) countUp(this.accepted, happened.command.type)
    else {
      countUp(this.codes, happened.refusal.code)
      if (happened.command !== undefined) countUp(this.refused, happened.command.type)
    }
  }

  /** The gaps: commands never accepted or never refused, codes never given. */
  missing(): string[] {
    return [
      ...COMMAND_TYPES.filter(type => !this.accepted.has(type)).map(type => `${type} was never accepted`),
      ...COMMAND_TYPES.filter(type => !this.refused.has(type)).map(type => `${type} was never refused`),
      ...RULE_CODES.filter(code => !this.codes.has(code)).map(code => `nothing was refused as ${code}`),
    ]
  }

  /** The counts as lines of text. */
  toString(): string {
    const row = (name: string, ...counts: number[]): string =>
      `  ${name.padEnd(28)}${counts.map(count => String(count).padStart(9)).join('')}`
    return [
      `${this.commands} commands, ${this.probes} probes of what next and blocked say`,
      `  ${'command'.padEnd(28)} accepted  refused`,
      ...COMMAND_TYPES.map(type => row(type, this.accepted.get(type) ?? 0, this.refused.get(type) ?? 0)),
      '  refused as',
      ...RULE_CODES.map(code => row(code, this.codes.get(code) ?? 0)),
    ].join('\n')
  }
}

function countUp<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
