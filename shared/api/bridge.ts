import type { Answer, Changed, CommandValue } from './answers.ts'
import type { AppCommandValues, CommandInput } from './app-commands.ts'
import type { QueryInput, QueryValues } from './queries.ts'

/** The names of the two calls, as IPC channels. */
export const CHANNELS = { execute: 'escrowbook:execute', query: 'escrowbook:query' } as const

/** The pushes from main to the page, by name. */
export interface Pushes {
  changed: Changed
  progress: { readonly job: string; readonly done: number; readonly total: number }
  /**
   * The id of the action chosen in the native menu, or `open-contract` with the contract of a
   * reminder that was clicked.
   */
  menu: { readonly action: string; readonly contractId?: string }
}

/** The channel of a push. */
export const pushChannel = (name: keyof Pushes): string => `escrowbook:on:${name}`

/** The value of an accepted command of this name. */
export type ValueOfCommand<T extends CommandInput['type']> = T extends keyof AppCommandValues
  ? AppCommandValues[T]
  : CommandValue

/**
 * `window.escrowbook`, the whole API between the page and the book. Both calls resolve to an
 * `Answer`; neither rejects for a refusal.
 */
export interface Bridge {
  execute<C extends CommandInput>(command: C): Promise<Answer<ValueOfCommand<C['type']>>>
  query<Q extends QueryInput>(query: Q): Promise<Answer<QueryValues[Q['type']]>>
  /** Calls `listener` for each push of that name; returns an unsubscribe function. */
  on<N extends keyof Pushes>(name: N, listener: (push: Pushes[N]) => void): () => void
}
