import { selector } from '../../../shared/words/selector.ts'

/** The values that a select of a message may be given, and how it words them. */
export interface Choice {
  /** Whether `other` may hold words, for the values that have no branch. */
  readonly other: 'empty' | 'words'
  /** The branches that the select must have, as selectors. */
  readonly branches: readonly string[]
  /** The values that a call may pass as a literal; undefined for any. */
  readonly values: readonly string[] | undefined
}

/** A closed set, given as a list. */
export const closed = (values: readonly string[]): Choice => ({
  other: 'empty',
  branches: values.map(selector),
  values: values.map(selector),
})

/**
 * Every member of a union, which tsc holds complete. A member that is `false` never reaches this
 * message.
 */
export const members = <T extends string>(of: Readonly<Record<T, boolean>>): Choice =>
  closed(Object.keys(of).filter(name => of[name as T]))

/** A union that only one message and its caller know; the test compares the literals of both. */
export const oneOf = (...values: string[]): Choice => closed(values)

/** `yes` or `no`, where `other` words the `no`. */
export const FLAG: Choice = { other: 'words', branches: ['yes'], values: ['yes', 'no'] }

/** Any text, such as a name or a day, of which only some values are worded apart. */
export const textOr = (...branches: string[]): Choice => ({ other: 'words', branches, values: undefined })
