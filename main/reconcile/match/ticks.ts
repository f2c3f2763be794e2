import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { RecordedCommand } from '../../../shared/contract/commands.ts'
import type { Decision } from './decision.ts'

/** The decisions of a person about a statement's rows, as `apply-statement` takes them. */
export type Decisions = Pick<Extract<AppCommand, { type: 'apply-statement' }>, 'ticked' | 'lines' | 'except' | 'edited'>

/** The rows that are ticked by these decisions. */
export class Ticks {
  readonly #base: NonNullable<Decisions['ticked']>
  readonly #lines: ReadonlySet<number>
  readonly #except: ReadonlySet<number>
  readonly #edited: ReadonlyMap<number, readonly RecordedCommand[]>

  constructor({ ticked = 'none', lines = [], except = [], edited = [] }: Decisions) {
    this.#base = ticked
    this.#lines = new Set(lines)
    this.#except = new Set(except)
    this.#edited = new Map(edited.map(each => [each.line, [...(each.before ?? []), each.command]]))
  }

  /** The lines that were ticked one by one, or edited. */
  get named(): readonly number[] {
    return [...this.#lines, ...this.#edited.keys()]
  }

  /** The commands that a person chose for a move with these lines; undefined if none were. */
  chosenFor(lines: readonly number[]): readonly RecordedCommand[] | undefined {
    for (const line of lines) if (this.#edited.has(line)) return this.#edited.get(line)
    return undefined
  }

  /** True if a move with these lines, of which the first stands for it, is ticked. */
  has(lines: readonly number[], { command, sure }: Pick<Decision, 'command' | 'sure'>): boolean {
    if (lines.some(line => this.#lines.has(line) || this.#edited.has(line))) return true
    const [main = 0] = lines
    return !this.#except.has(main) && command !== undefined && (this.#base === 'all' || (this.#base === 'sure' && sure))
  }
}
